import { clientPath } from "@clientela/shared/paths";
import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { RelativeTime } from "../../../components/RelativeTime.tsx";
import { Section } from "../../../components/Section.tsx";
import { TableSkeleton } from "../../../components/TableSkeleton.tsx";
import { useEntrySummary } from "../../../hooks/useEntrySummary.ts";
import { Rows } from "../../../lists/Rows.tsx";
import { useConnection } from "../../../lists/useConnection.ts";
import { LatestActivityDocument } from "../dashboard.generated.ts";
import { whileSeen } from "../whileSeen.ts";

/** The latest activity across all clients [F217]. */
export function LatestActivity() {
  const { t } = useTranslation();
  const summaryOf = useEntrySummary();
  const list = useConnection(LatestActivityDocument, {
    variables: { first: 15 },
    of: ({ latestActivity }) => latestActivity,
    ...whileSeen,
  });
  return (
    <Section title={t("dashboard.latest")}>
      <Rows
        list={list}
        skeleton={<TableSkeleton rows={8} height={48} />}
        more={t("dashboard.olderActivity")}
        empty={null}
      >
        {(nodes) => (
          <Box component="ol" sx={{ listStyle: "none", m: 0, p: 0 }}>
            {nodes.map(({ id, client, actor, occurredAt, ...entry }) => (
              <Box component="li" key={id} sx={entrySx}>
                <Box sx={{ minWidth: 0 }}>
                  <Box component={Link} to={clientPath(client.id)} title={client.name} sx={nameSx}>
                    {client.name}
                  </Box>
                  <Box sx={summarySx}>
                    {summaryOf(entry)} · {actor?.name ?? t("timeline.page.system")}
                  </Box>
                </Box>
                <Box sx={{ color: "text.secondary", fontSize: "0.75rem", whiteSpace: "nowrap" }}>
                  <RelativeTime value={occurredAt} />
                </Box>
              </Box>
            ))}
          </Box>
        )}
      </Rows>
    </Section>
  );
}

const entrySx = {
  display: "grid",
  gridTemplateColumns: "minmax(0, 1fr) auto",
  columnGap: 2,
  py: 0.75,
  borderBottom: 1,
  borderColor: "divider",
  fontSize: "0.8125rem",
} as const;
const summarySx = {
  color: "text.secondary",
  overflowWrap: "anywhere",
  display: "-webkit-box",
  WebkitBoxOrient: "vertical",
  WebkitLineClamp: "2",
  overflow: "hidden",
} as const;
const nameSx = {
  display: "block",
  width: "fit-content",
  maxWidth: "100%",
  lineHeight: "24px",
  overflow: "hidden",
  textOverflow: "ellipsis",
  whiteSpace: "nowrap",
  color: "text.primary",
  fontWeight: 600,
  textDecoration: "none",
  "&:hover": { textDecoration: "underline" },
} as const;
