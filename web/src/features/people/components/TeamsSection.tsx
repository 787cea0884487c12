import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { Section } from "../../../components/Section.tsx";
import { askAndDo } from "../../../feedback/askAndDo.ts";
import { useSearchParam } from "../../../hooks/useSearchParam.ts";
import { RowName, SettingsRows } from "../../../lists/SettingsRows.tsx";
import { EditPanel, newRecord } from "../../../records/EditPanel.tsx";
import { useViewer } from "../../../session/useSession.ts";
import { type PersonRow_UserFragment, type TeamRow_TeamFragment, useDeleteTeamMutation } from "../people.generated.ts";
import { TeamForm } from "./TeamForm.tsx";

interface TeamsSectionProps {
  users: readonly PersonRow_UserFragment[];
  teams: readonly TeamRow_TeamFragment[];
}

/** The teams with their people, and the panel to make and edit one. */
export function TeamsSection({ users, teams }: TeamsSectionProps) {
  const { t } = useTranslation();
  const { can } = useViewer();
  const manages = can("people.manage");
  const [, show] = useSearchParam("team");
  const [remove] = useDeleteTeamMutation({ refetchQueries: ["TeamPage", "People"] });

  const deleteTeam = ({ id, name }: TeamRow_TeamFragment) =>
    askAndDo(
      {
        title: t("teams.deleteTitle", { name }),
        text: t("teams.deleteText"),
        confirmLabel: t("common.delete"),
        danger: true,
      },
      () => remove({ variables: { id } }),
      t("teams.deleted"),
    );
  const create = manages && (
    <Button variant="outlined" onClick={() => show(newRecord)}>
      {t("teams.create")}
    </Button>
  );
  return (
    <Section title={t("teams.title")} actions={create}>
      {teams.length === 0 && <Typography color="textSecondary">{t("teams.empty")}</Typography>}
      <SettingsRows
        records={teams}
        parameter="team"
        editable={manages}
        nameOf={({ name }) => name}
        row={({ name, members }) => (
          <RowName name={name}>
            <Typography variant="body2" color="textSecondary">
              {t("teams.members", { count: members.length })}
              {members.length > 0 && ` · ${members.map((member) => member.name).join(", ")}`}
            </Typography>
          </RowName>
        )}
        actions={(team) => [{ label: t("common.delete"), run: () => void deleteTeam(team), danger: true }]}
      />
      <EditPanel
        parameter="team"
        records={teams}
        allowed={manages}
        titleOf={(team) => (team ? t("teams.editPanel") : t("teams.createPanel"))}
      >
        {(team, close) => <TeamForm team={team} users={users} onClose={close} />}
      </EditPanel>
    </Section>
  );
}
