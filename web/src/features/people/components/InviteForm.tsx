import { inviteUserRules } from "@clientela/shared/people/rules";
import { useTranslation } from "react-i18next";
import { PanelBody } from "../../../components/PanelBody.tsx";
import { ChoicesInput } from "../../../form/ChoicesInput.tsx";
import { Form } from "../../../form/Form.tsx";
import { FormActions } from "../../../form/FormActions.tsx";
import { TextInput } from "../../../form/TextInput.tsx";
import { leavesParameter } from "../../../form/unsaved.ts";
import { useRulesForm } from "../../../form/useRulesForm.ts";
import { RoleInput } from "../../../session/RoleInput.tsx";
import {
  type InvitationLink_InvitationFragment,
  type TeamRow_TeamFragment,
  useInviteUserMutation,
} from "../people.generated.ts";

interface InviteFormProps {
  teams: readonly TeamRow_TeamFragment[];
  onClose: () => void;
  onInvited: (invitation: InvitationLink_InvitationFragment) => void;
}

/** Name, e-mail, role and teams of a new person. */
export function InviteForm({ teams, onClose, onInvited }: InviteFormProps) {
  const { t } = useTranslation();
  const [invite] = useInviteUserMutation({ refetchQueries: ["TeamPage"] });
  const form = useRulesForm({
    rules: inviteUserRules,
    defaultValues: { name: "", email: "", role: "AGENT", teamIds: [] },
    draftKey: "invite",
    leaves: leavesParameter("invite"),
  });
  return (
    <PanelBody>
      <Form
        form={form}
        label={t("people.invitePanel")}
        save={(input) => invite({ variables: { input } })}
        onSaved={({ data }) => data && onInvited(data.inviteUser)}
      >
        <TextInput name="name" label={t("people.name")} required autoFocus autoComplete="off" />
        <TextInput name="email" label={t("people.email")} type="email" required autoComplete="off" />
        <RoleInput />
        {teams.length > 0 && (
          <ChoicesInput
            name="teamIds"
            label={t("people.teams")}
            options={teams.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <FormActions submitLabel={t("people.inviteSubmit")} onCancel={onClose} sticky />
      </Form>
    </PanelBody>
  );
}
