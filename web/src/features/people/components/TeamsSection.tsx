import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { RowMenu } from "../../../components/RowMenu.tsx";
import { Section } from "../../../components/Section.tsx";
import { SidePanel } from "../../../components/SidePanel.tsx";
import { confirm } from "../../../feedback/confirm.ts";
import { toastProblem } from "../../../feedback/problem.ts";
import { toast } from "../../../feedback/toast.ts";
import { useSearchParam } from "../../../hooks/useSearchParam.ts";
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
  const [shown, setShown] = useSearchParam("team");
  const [remove] = useDeleteTeamMutation({ refetchQueries: ["TeamPage", "People"] });
  const edited = teams.find(({ id }) => id === shown);

  async function deleteTeam({ id, name }: TeamRow_TeamFragment) {
    const yes = await confirm({
      title: t("teams.deleteTitle", { name }),
      text: t("teams.deleteText"),
      confirmLabel: t("common.delete"),
      danger: true,
    });
    if (!yes) return;
    try {
      await remove({ variables: { id } });
      toast(t("teams.deleted"));
    } catch (error) {
      toastProblem(error);
    }
  }

  const create = manages && (
    <Button variant="outlined" onClick={() => setShown("new")}>
      {t("teams.create")}
    </Button>
  );
  return (
    <Section title={t("teams.title")} actions={create}>
      {teams.length === 0 && <Typography color="textSecondary">{t("teams.empty")}</Typography>}
      <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0 }}>
        {teams.map((team) => (
          <Box
            component="li"
            key={team.id}
            sx={{
              display: "flex",
              alignItems: "center",
              gap: 2,
              minHeight: 48,
              px: 1.5,
              borderBottom: 1,
              borderColor: "divider",
            }}
          >
            <Box sx={{ minWidth: 0, flex: 1, py: 0.75 }}>
              <Box sx={{ fontWeight: 600 }}>{team.name}</Box>
              <Typography variant="body2" color="textSecondary">
                {t("teams.members", { count: team.members.length })}
                {team.members.length > 0 && ` · ${team.members.map(({ name }) => name).join(", ")}`}
              </Typography>
            </Box>
            {manages && (
              <RowMenu
                label={t("people.actionsFor", { name: team.name })}
                actions={[
                  { label: t("common.edit"), run: () => setShown(team.id) },
                  { label: t("common.delete"), run: () => void deleteTeam(team), danger: true },
                ]}
              />
            )}
          </Box>
        ))}
      </Box>
      <SidePanel
        title={edited ? t("teams.editPanel") : t("teams.createPanel")}
        open={manages && (edited !== undefined || shown === "new")}
        onClose={() => setShown(null)}
      >
        <TeamForm key={shown} team={edited} users={users} onClose={() => setShown(null)} />
      </SidePanel>
    </Section>
  );
}
