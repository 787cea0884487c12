import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Section } from "../../../components/Section.tsx";
import { SidePanel } from "../../../components/SidePanel.tsx";
import { useSearchParam } from "../../../hooks/useSearchParam.ts";
import { useViewer } from "../../../session/useSession.ts";
import type {
  InvitationLink_InvitationFragment,
  PersonRow_UserFragment,
  TeamRow_TeamFragment,
} from "../people.generated.ts";
import { InvitationLink } from "./InvitationLink.tsx";
import { InviteForm } from "./InviteForm.tsx";
import { PeopleTable } from "./PeopleTable.tsx";
import { PersonForm } from "./PersonForm.tsx";

interface PeopleSectionProps {
  users: readonly PersonRow_UserFragment[];
  teams: readonly TeamRow_TeamFragment[];
}

/** The people, and the panels to invite one and to edit one. */
export function PeopleSection({ users, teams }: PeopleSectionProps) {
  const { t } = useTranslation();
  const { can } = useViewer();
  const [inviting, setInviting] = useSearchParam("invite");
  const [editedId, setEdited] = useSearchParam("person");
  const [invitation, setInvitation] = useState<InvitationLink_InvitationFragment | null>(null);
  const edited = users.find(({ id }) => id === editedId);
  const manages = can("people.manage");
  const invite = manages && (
    <Button variant="contained" onClick={() => setInviting("1")}>
      {t("people.invite")}
    </Button>
  );
  return (
    <Section title={t("people.people", { count: users.length })} actions={invite}>
      {!manages && <Typography color="textSecondary">{t("people.readOnly")}</Typography>}
      <PeopleTable users={users} manages={manages} onEdit={(user) => setEdited(user.id)} onRenewed={setInvitation} />
      <SidePanel title={t("people.invitePanel")} open={inviting !== null && manages} onClose={() => setInviting(null)}>
        <InviteForm teams={teams} onClose={() => setInviting(null)} onInvited={setInvitation} />
      </SidePanel>
      <SidePanel title={t("people.linkPanel")} open={invitation !== null} onClose={() => setInvitation(null)}>
        {invitation && (
          <InvitationLink
            invitation={invitation}
            onAnother={() => {
              setInvitation(null);
              setInviting("1");
            }}
          />
        )}
      </SidePanel>
      <SidePanel
        title={t("people.editPanel", { name: edited?.name ?? "" })}
        open={edited !== undefined && manages}
        onClose={() => setEdited(null)}
      >
        {edited && <PersonForm key={edited.id} user={edited} teams={teams} onClose={() => setEdited(null)} />}
      </SidePanel>
    </Section>
  );
}
