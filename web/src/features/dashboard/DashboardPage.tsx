import { paths } from "@clientela/shared/paths";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Loaded } from "../../components/Loaded.tsx";
import { Message } from "../../components/Message.tsx";
import { AgentsWithoutTeam } from "../../session/AgentsWithoutTeam.tsx";
import { useViewer } from "../../session/useSession.ts";
import { NoTeam, useWithoutTeam } from "../../session/WithoutTeam.tsx";
import { clientsPath } from "../clients/paths.ts";
import { ArrivalsChart } from "./components/ArrivalsChart.tsx";
import { DashboardSkeleton } from "./components/DashboardSkeleton.tsx";
import { KeyFigures } from "./components/KeyFigures.tsx";
import { LatestActivity } from "./components/LatestActivity.tsx";
import { OwnerShares, SourceShares } from "./components/Shares.tsx";
import { useDashboardPageQuery } from "./dashboard.generated.ts";
import { whileSeen } from "./whileSeen.ts";

/** Where a day begins: the figures of the business, each the way to what it counts, and what happened last [F211–F217]. */
export function DashboardPage() {
  const { t } = useTranslation();
  const { can } = useViewer();
  const query = useDashboardPageQuery({ fetchPolicy: "cache-and-network", ...whileSeen });
  if (useWithoutTeam()) return <NoTeam />;
  return (
    <>
      <AgentsWithoutTeam
        action={
          <Button component={Link} to={paths.team} color="inherit">
            {t("teams.seeTeams")}
          </Button>
        }
      />
      <Loaded query={query} skeleton={<DashboardSkeleton />}>
        {({ dashboard }) =>
          dashboard.clients.total + dashboard.clients.inactive === 0 ? (
            <Message
              title={t("dashboard.empty")}
              actions={
                can("clients.write") && (
                  <Button component={Link} to={clientsPath({ create: true })} variant="contained">
                    {t("frame.newClient")}
                  </Button>
                )
              }
            >
              {t("dashboard.emptyHint")}
            </Message>
          ) : (
            <Box sx={pageSx}>
              <Box sx={{ gridColumn: "1 / -1", minWidth: 0 }}>
                <KeyFigures clients={dashboard.clients} contacts={dashboard.contacts} />
              </Box>
              <Box sx={{ display: "flex", flexDirection: "column", gap: 4, minWidth: 0 }}>
                <ArrivalsChart arrivals={dashboard.arrivals} />
                <Box sx={{ display: "grid", gap: 4, gridTemplateColumns: { xs: "1fr", sm: "1fr 1fr" } }}>
                  <SourceShares shares={dashboard.bySource} />
                  <OwnerShares shares={dashboard.byOwner} />
                </Box>
              </Box>
              <LatestActivity />
            </Box>
          )
        }
      </Loaded>
    </>
  );
}

const pageSx = {
  p: { xs: 2, md: 3 },
  width: "100%",
  maxWidth: 1280,
  display: "grid",
  alignItems: "start",
  gap: 4,
  gridTemplateColumns: { xs: "minmax(0, 1fr)", lg: "minmax(0, 3fr) minmax(0, 2fr)" },
} as const;
