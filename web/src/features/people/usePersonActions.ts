import { useTranslation } from "react-i18next";
import type { RowAction } from "../../components/RowMenu.tsx";
import { confirm } from "../../feedback/confirm.ts";
import { toastProblem } from "../../feedback/problem.ts";
import { toast } from "../../feedback/toast.ts";
import { useViewer } from "../../session/useSession.ts";
import {
  type InvitationLink_InvitationFragment,
  type PersonRow_UserFragment,
  useRenewInvitationMutation,
  useUpdateUserMutation,
} from "./people.generated.ts";

interface PersonActionsOptions {
  onEdit: (user: PersonRow_UserFragment) => void;
  onRenewed: (invitation: InvitationLink_InvitationFragment) => void;
}

/** What can be done with a person: edit, a new link, access taken and given back. */
export function usePersonActions({ onEdit, onRenewed }: PersonActionsOptions) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const [renew] = useRenewInvitationMutation();
  const [update] = useUpdateUserMutation();

  async function setActive({ id, name }: { id: string; name: string }, active: boolean): Promise<void> {
    try {
      await update({ variables: { id, input: { active } } });
    } catch (error) {
      toastProblem(error);
      return;
    }
    toast(active ? t("people.activated", { name }) : t("people.deactivated", { name }), {
      ...(!active && {
        action: { label: t("common.undo"), run: () => void setActive({ id, name }, true) },
      }),
    });
  }

  async function deactivate(user: PersonRow_UserFragment) {
    const yes = await confirm({
      title: t("people.deactivateTitle", { name: user.name }),
      text: t("people.deactivateText"),
      confirmLabel: t("people.deactivate"),
      danger: true,
    });
    if (yes) await setActive(user, false);
  }

  async function renewLink({ id }: PersonRow_UserFragment) {
    try {
      const { data } = await renew({ variables: { userId: id } });
      if (data) onRenewed(data.renewInvitation);
    } catch (error) {
      toastProblem(error);
    }
  }

  return (user: PersonRow_UserFragment): RowAction[] => [
    { label: t("common.edit"), run: () => onEdit(user) },
    ...(user.id === viewer.user.id
      ? []
      : user.active
        ? [
            { label: t("people.renew"), run: () => void renewLink(user) },
            { label: t("people.deactivate"), run: () => void deactivate(user), danger: true },
          ]
        : [{ label: t("people.activate"), run: () => void setActive(user, true) }]),
  ];
}
