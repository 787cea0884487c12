import { useTranslation } from "react-i18next";
import { usePeople } from "../../hooks/usePeople.ts";
import { useCreateTeamMutation, useGiveToMainTeamMutation } from "./people.generated.ts";

/** Makes the first team of a business without any: everyone joins it, and all its clients; answers its id. */
export function useMainTeam(): () => Promise<string[]> {
  const { t } = useTranslation();
  const { users } = usePeople();
  const [create] = useCreateTeamMutation({ refetchQueries: ["TeamPage", "People"], awaitRefetchQueries: true });
  const [giveClients] = useGiveToMainTeamMutation();
  return async () => {
    const input = { name: t("teams.main"), memberIds: users.map(({ id }) => id) };
    const { data } = await create({ variables: { input } });
    if (!data) return [];
    await giveClients({ variables: { teamId: data.createTeam.id } });
    return [data.createTeam.id];
  };
}
