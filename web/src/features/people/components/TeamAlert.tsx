import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import { toastProblem } from "../../../feedback/problem.ts";
import { toast } from "../../../feedback/toast.ts";
import { AgentsWithoutTeam } from "../../../session/AgentsWithoutTeam.tsx";
import { useMainTeam } from "../useMainTeam.ts";

/** Agents that see nothing; where there is no team yet, one button makes the first. */
export function TeamAlert({ anyTeam }: { anyTeam: boolean }) {
  const { t } = useTranslation();
  const makeMainTeam = useMainTeam();
  const make = async () => {
    try {
      await makeMainTeam();
      toast(t("teams.mainMade"));
    } catch (error) {
      toastProblem(error);
    }
  };
  return (
    <AgentsWithoutTeam
      action={
        !anyTeam && (
          <Button color="inherit" title={t("teams.mainHint")} onClick={() => void make()}>
            {t("teams.makeMain")}
          </Button>
        )
      }
    />
  );
}
