import { clientStatuses } from "@clientela/shared/clients/words";
import { useTranslation } from "react-i18next";
import { TagChip } from "../../../../components/TagChip.tsx";
import { usePeople } from "../../../../hooks/usePeople.ts";
import { useTags } from "../../../../hooks/useTags.ts";
import { StatusDot } from "../../StatusDot.tsx";
import { useLists } from "../../useLists.ts";
import { PickPopover } from "./PickPopover.tsx";
import type { BulkActions } from "./useBulkActions.ts";

export type Pick = "list" | "tag" | "status" | "untag" | "unlist" | "owner" | "team";

interface BulkPickerProps {
  pick: Pick;
  anchor: HTMLElement;
  actions: BulkActions;
  onClose: () => void;
}

/** What a bulk action is done with: the tag to put on, the list to add to, the new owner. */
export function BulkPicker({ pick, anchor, actions, onClose }: BulkPickerProps) {
  const { t } = useTranslation();
  const { tags, create: createTag } = useTags();
  const { lists, create: createList } = useLists();
  const { users, teams } = usePeople();
  const popover = { anchor, onClose, label: t(`bulk.pick.${pick}`) };
  const done = (work: Promise<boolean>) => {
    onClose();
    void work;
  };
  const named = <T extends { id: string }>(all: readonly T[], id: string, run: (found: T) => Promise<boolean>) => {
    const found = all.find((each) => each.id === id);
    if (found) done(run(found));
  };
  const nobody = (text: string) => ({ value: "", text });
  switch (pick) {
    case "status":
      return (
        <PickPopover
          {...popover}
          options={clientStatuses.map((status) => ({
            value: status,
            text: t(`clients.status.${status}`),
            content: <StatusDot status={status} />,
          }))}
          onPick={(value) => {
            const status = clientStatuses.find((each) => each === value);
            if (status) done(actions.setStatus(status));
          }}
        />
      );
    case "tag":
    case "untag":
      return (
        <PickPopover
          {...popover}
          options={tags.map((tag) => ({ value: tag.id, text: tag.name, content: <TagChip tag={tag} /> }))}
          onPick={(id) => named(tags, id, pick === "tag" ? actions.addTag : actions.removeTag)}
          {...(pick === "tag" && { onCreate: async (name) => done(actions.addTag(await createTag(name))) })}
        />
      );
    case "list":
    case "unlist":
      return (
        <PickPopover
          {...popover}
          options={lists.map(({ id, name }) => ({ value: id, text: name }))}
          onPick={(id) => named(lists, id, pick === "list" ? actions.addToList : actions.removeFromList)}
          {...(pick === "list" && { onCreate: async (name) => done(actions.addToList(await createList(name))) })}
        />
      );
    case "owner":
      return (
        <PickPopover
          {...popover}
          options={[nobody(t("bulk.nobody")), ...users.map(({ id, name }) => ({ value: id, text: name }))]}
          onPick={(id) => (id ? named(users, id, actions.setOwner) : done(actions.setOwner(null)))}
        />
      );
    case "team":
      return (
        <PickPopover
          {...popover}
          options={[nobody(t("bulk.noTeam")), ...teams.map(({ id, name }) => ({ value: id, text: name }))]}
          onPick={(id) => (id ? named(teams, id, actions.setTeam) : done(actions.setTeam(null)))}
        />
      );
  }
}
