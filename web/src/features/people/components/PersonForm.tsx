import { updateUserRules } from "@clientela/shared/people/rules";
import { useTranslation } from "react-i18next";
import { TextInput } from "../../../form/TextInput.tsx";
import { leavesParameter } from "../../../form/unsaved.ts";
import { useRulesForm } from "../../../form/useRulesForm.ts";
import { EditForm } from "../../../records/EditForm.tsx";
import { RoleInput } from "../../../session/RoleInput.tsx";
import { useViewer } from "../../../session/useSession.ts";
import { type PersonRow_UserFragment, type TeamRow_TeamFragment, useUpdateUserMutation } from "../people.generated.ts";
import { TeamsInput } from "./TeamsInput.tsx";

interface PersonFormProps {
  user: PersonRow_UserFragment;
  teams: readonly TeamRow_TeamFragment[];
  onClose: () => void;
}

/** Name, role and teams of a person; one's own role is another's to change. */
export function PersonForm({ user, teams, onClose }: PersonFormProps) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const own = user.id === viewer.user.id;
  const [update] = useUpdateUserMutation({ refetchQueries: ["TeamPage", "People"] });
  const form = useRulesForm({
    rules: updateUserRules,
    defaultValues: { name: user.name, teamIds: user.teams.map(({ id }) => id), ...(!own && { role: user.role }) },
    leaves: leavesParameter("person"),
  });
  return (
    <EditForm
      form={form}
      label={t("people.editPanel", { name: user.name })}
      save={(_values, input) => update({ variables: { id: user.id, input } })}
      saved={t("people.saved")}
      submitLabel={t("common.save")}
      onClose={onClose}
    >
      <TextInput name="name" label={t("people.name")} required autoFocus />
      {!own && <RoleInput current={user.role} />}
      {teams.length > 0 && <TeamsInput teams={teams} role={user.role} />}
    </EditForm>
  );
}
