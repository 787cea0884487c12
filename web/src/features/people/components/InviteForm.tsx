import { inviteUserRules } from "@clientela/shared/people/rules";
import { useWatch } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { SwitchInput } from "../../../form/SwitchInput.tsx";
import { TextInput } from "../../../form/TextInput.tsx";
import { leavesParameter } from "../../../form/unsaved.ts";
import { useRulesForm } from "../../../form/useRulesForm.ts";
import { EditForm } from "../../../records/EditForm.tsx";
import { RoleInput } from "../../../session/RoleInput.tsx";
import { useSettings, useViewer } from "../../../session/useSession.ts";
import {
  type InvitationLink_InvitationFragment,
  type TeamRow_TeamFragment,
  useInviteUserMutation,
} from "../people.generated.ts";
import { useMainTeam } from "../useMainTeam.ts";
import { TeamsInput } from "./TeamsInput.tsx";

interface InviteFormProps {
  teams: readonly TeamRow_TeamFragment[];
  onClose: () => void;
  onInvited: (invitation: InvitationLink_InvitationFragment) => void;
}

/** Name, e-mail, role and teams of a new person. The default teams let an agent share clients with the inviter. */
export function InviteForm({ teams, onClose, onInvited }: InviteFormProps) {
  const { t } = useTranslation();
  const { user } = useViewer();
  const restricted = useSettings()?.restrictAgentsToTeams ?? true;
  const [invite] = useInviteUserMutation({ refetchQueries: ["TeamPage", "People"] });
  const makeMainTeam = useMainTeam();
  const offered = teams.length === 1 ? teams : user.teams;
  const rules = inviteUserRules.extend({ mainTeam: z.boolean() }).superRefine(({ role, teamIds }, context) => {
    if (restricted && role === "AGENT" && teams.length > 0 && !teamIds?.length)
      context.addIssue({ code: "custom", path: ["teamIds"], message: "teams.needed" });
  });
  const form = useRulesForm({
    rules,
    defaultValues: { name: "", email: "", role: "AGENT", teamIds: offered.map(({ id }) => id), mainTeam: true },
    draftKey: "invite",
    leaves: leavesParameter("invite"),
  });
  const role = useWatch({ control: form.control, name: "role" });
  return (
    <EditForm
      form={form}
      label={t("people.invitePanel")}
      save={async ({ mainTeam, ...person }) => {
        const first = restricted && teams.length === 0 && role === "AGENT" && mainTeam;
        const teamIds = first ? await makeMainTeam() : person.teamIds;
        if (first) form.setValue("teamIds", teamIds);
        return invite({ variables: { input: { ...person, teamIds } } });
      }}
      onSaved={({ data }) => data && onInvited(data.inviteUser)}
      submitLabel={t("people.inviteSubmit")}
      onClose={onClose}
    >
      <TextInput name="name" label={t("people.name")} required autoFocus autoComplete="off" />
      <TextInput name="email" label={t("people.email")} type="email" required autoComplete="off" />
      <RoleInput />
      {teams.length > 0 && <TeamsInput teams={teams} />}
      {restricted && teams.length === 0 && role === "AGENT" && (
        <SwitchInput name="mainTeam" label={t("teams.makeMain")} hint={t("teams.mainHint")} />
      )}
    </EditForm>
  );
}
