import { teamRules } from "@clientela/shared/people/rules";
import { useTranslation } from "react-i18next";
import { ChoicesInput } from "../../../form/ChoicesInput.tsx";
import { TextInput } from "../../../form/TextInput.tsx";
import { leavesParameter } from "../../../form/unsaved.ts";
import { useRulesForm } from "../../../form/useRulesForm.ts";
import { EditForm } from "../../../records/EditForm.tsx";
import {
  type PersonRow_UserFragment,
  type TeamRow_TeamFragment,
  useCreateTeamMutation,
  useUpdateTeamMutation,
} from "../people.generated.ts";

interface TeamFormProps {
  /** The team to edit; none makes a new one. */
  team: TeamRow_TeamFragment | undefined;
  users: readonly PersonRow_UserFragment[];
  onClose: () => void;
}

/** A team's name and people. */
export function TeamForm({ team, users, onClose }: TeamFormProps) {
  const { t } = useTranslation();
  const [create] = useCreateTeamMutation({ refetchQueries: ["TeamPage", "People"] });
  const [update] = useUpdateTeamMutation({ refetchQueries: ["TeamPage", "People"] });
  const form = useRulesForm({
    rules: teamRules,
    defaultValues: { name: team?.name ?? "", memberIds: team?.members.map(({ id }) => id) ?? [] },
    leaves: leavesParameter("team"),
  });
  const inTeam = new Set(team?.members.map(({ id }) => id));
  return (
    <EditForm
      form={form}
      label={team ? t("teams.editPanel") : t("teams.createPanel")}
      save={async (input, changed) => {
        await (team ? update({ variables: { id: team.id, input: changed } }) : create({ variables: { input } }));
      }}
      saved={team ? t("people.saved") : t("teams.created")}
      submitLabel={team ? t("common.save") : t("teams.create")}
      onClose={onClose}
    >
      <TextInput name="name" label={t("teams.name")} required autoFocus autoComplete="off" />
      <ChoicesInput
        name="memberIds"
        label={t("teams.memberNames")}
        options={users
          .filter(({ id, active }) => active || inTeam.has(id))
          .map(({ id, name, email }) => ({ value: id, label: name, keywords: email }))}
      />
    </EditForm>
  );
}
