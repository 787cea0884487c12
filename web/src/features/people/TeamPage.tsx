import { Loaded } from "../../components/Loaded.tsx";
import { PageBody } from "../../components/PageBody.tsx";
import { TableSkeleton } from "../../components/TableSkeleton.tsx";
import { PeopleSection } from "./components/PeopleSection.tsx";
import { TeamAlert } from "./components/TeamAlert.tsx";
import { TeamsSection } from "./components/TeamsSection.tsx";
import { useTeamPageQuery } from "./people.generated.ts";

/** Who works here, with which role and in which teams. */
export function TeamPage() {
  const query = useTeamPageQuery();
  return (
    <PageBody>
      <Loaded query={query} skeleton={<TableSkeleton rows={6} height={52} />}>
        {({ users, teams }) => (
          <>
            <TeamAlert anyTeam={teams.length > 0} />
            <PeopleSection users={users} teams={teams} />
            <TeamsSection users={users} teams={teams} />
          </>
        )}
      </Loaded>
    </PageBody>
  );
}
