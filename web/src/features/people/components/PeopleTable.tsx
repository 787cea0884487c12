import Box from "@mui/material/Box";
import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";
import { useTranslation } from "react-i18next";
import { RowMenu } from "../../../components/RowMenu.tsx";
import { StatusDot } from "../../../components/StatusDot.tsx";
import { useSettings, useViewer } from "../../../session/useSession.ts";
import type { InvitationLink_InvitationFragment, PersonRow_UserFragment } from "../people.generated.ts";
import { usePersonActions } from "../usePersonActions.ts";

const wideOnly = { display: { xs: "none", sm: "table-cell" } };

interface PeopleTableProps {
  users: readonly PersonRow_UserFragment[];
  manages: boolean;
  onEdit: (user: PersonRow_UserFragment) => void;
  onRenewed: (invitation: InvitationLink_InvitationFragment) => void;
}

/** One row per person; on a phone the role goes under the name. */
export function PeopleTable({ users, manages, onEdit, onRenewed }: PeopleTableProps) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const actionsOf = usePersonActions({ onEdit, onRenewed });
  return (
    <Table>
      <TableHead>
        <TableRow>
          <TableCell>{t("people.name")}</TableCell>
          <TableCell sx={wideOnly}>{t("people.role")}</TableCell>
          <TableCell sx={{ display: { xs: "none", md: "table-cell" } }}>{t("people.teams")}</TableCell>
          <TableCell sx={wideOnly}>{t("people.status")}</TableCell>
          {manages && <TableCell component="td" sx={{ width: 48 }} />}
        </TableRow>
      </TableHead>
      <TableBody>
        {users.map((user) => (
          <TableRow key={user.id} sx={{ "& > td": { height: 52, color: user.active ? undefined : "text.secondary" } }}>
            <TableCell>
              <Box sx={{ fontWeight: 600, overflowWrap: "anywhere", pt: { xs: 0.75, sm: 0 } }}>
                {user.name}
                {user.id === viewer.user.id && (
                  <Box component="span" sx={{ fontWeight: 400, color: "text.secondary" }}>
                    {` (${t("common.you")})`}
                  </Box>
                )}
              </Box>
              <Box sx={{ color: "text.secondary", overflowWrap: "anywhere" }}>{user.email}</Box>
              <Box sx={{ display: { xs: "flex", sm: "none" }, gap: 2, color: "text.secondary", pb: 0.75 }}>
                {t(`people.roles.${user.role}`)}
                <PersonStatus user={user} />
              </Box>
              <Box sx={{ display: { md: "none" }, color: "text.secondary", "&:not(:empty)": { pb: 0.75 } }}>
                {user.teams.length === 0 && <PersonTeams user={user} />}
              </Box>
            </TableCell>
            <TableCell sx={wideOnly}>{t(`people.roles.${user.role}`)}</TableCell>
            <TableCell sx={{ display: { xs: "none", md: "table-cell" }, color: "text.secondary" }}>
              <PersonTeams user={user} />
            </TableCell>
            <TableCell sx={wideOnly}>
              <PersonStatus user={user} />
            </TableCell>
            {manages && (
              <TableCell sx={{ px: 0.5, textAlign: "right" }}>
                <RowMenu label={t("people.actionsFor", { name: user.name })} actions={actionsOf(user)} />
              </TableCell>
            )}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function PersonTeams({ user: { active, role, teams } }: { user: PersonRow_UserFragment }) {
  const { t } = useTranslation();
  const restricted = useSettings()?.restrictAgentsToTeams ?? false;
  if (teams.length > 0) return teams.map(({ name }) => name).join(", ");
  return active && restricted && role === "AGENT" ? t("teams.without") : "—";
}

function PersonStatus({ user: { active, pending, invitedUntil } }: { user: PersonRow_UserFragment }) {
  const { t } = useTranslation();
  if (!active) return <StatusDot tone="off" label={t("people.inactive")} />;
  if (!pending) return <StatusDot tone="on" label={t("people.active")} />;
  const open = invitedUntil !== null && Date.parse(invitedUntil) > Date.now();
  return <StatusDot tone="waiting" label={t(open ? "people.pending" : "people.linkless")} />;
}
