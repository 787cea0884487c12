import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Section } from "../../../components/Section.tsx";
import { useFormats } from "../../../i18n/format.ts";
import { clientsMatching } from "../../clients/paths.ts";
import type { DashboardPageQuery } from "../dashboard.generated.ts";

type Dashboard = DashboardPageQuery["dashboard"];
interface Share {
  key: string;
  label: string;
  clients: number;
  /** The list of just these. */
  path: string;
}

const FIRST = 6;

/** How many clients came from where [F36]. */
export function SourceShares({ shares }: { shares: Dashboard["bySource"] }) {
  const { t } = useTranslation();
  return (
    <Shares
      title={t("dashboard.bySource")}
      shares={shares.map(({ channel, clients }) => ({
        key: channel,
        label: t(`clients.channel.${channel}`),
        clients,
        path: clientsMatching({ channel: [channel] }),
      }))}
    />
  );
}

/** How many clients each person looks after. */
export function OwnerShares({ shares }: { shares: Dashboard["byOwner"] }) {
  const { t } = useTranslation();
  return (
    <Shares
      title={t("dashboard.byOwner")}
      shares={shares.map(({ owner, clients }) => ({
        key: owner?.id ?? "",
        label: owner?.name ?? t("dashboard.nobody"),
        clients,
        path: clientsMatching(owner ? { ownerIds: [owner.id] } : { withoutOwner: true }),
      }))}
    />
  );
}

function Shares({ title, shares }: { title: string; shares: Share[] }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const [all, setAll] = useState(false);
  const most = Math.max(1, ...shares.map(({ clients }) => clients));
  return (
    <Section title={title}>
      <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0 }}>
        {shares.slice(0, all ? undefined : FIRST).map(({ key, label, clients, path }) => (
          <li key={key}>
            <Box component={Link} to={path} sx={lineSx}>
              <Box component="span" sx={{ overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" }}>
                {label}
              </Box>
              <span className="tabular">{number(clients)}</span>
              <Box component="span" aria-hidden sx={trackSx}>
                <Box
                  component="span"
                  sx={{ display: "block", height: 4, bgcolor: "primary.main", width: `${(clients / most) * 100}%` }}
                />
              </Box>
            </Box>
          </li>
        ))}
      </Box>
      {!all && shares.length > FIRST && (
        <Button onClick={() => setAll(true)} sx={{ ml: -1 }}>
          {t("dashboard.more", { count: shares.length - FIRST })}
        </Button>
      )}
    </Section>
  );
}

const lineSx = {
  display: "grid",
  gridTemplateColumns: "minmax(0, 1fr) auto",
  columnGap: 1,
  py: 0.75,
  px: 0.5,
  mx: -0.5,
  borderRadius: 1,
  fontSize: "0.8125rem",
  color: "text.primary",
  textDecoration: "none",
  "&:hover": { bgcolor: "action.hover" },
} as const;
const trackSx = {
  gridColumn: "1 / -1",
  mt: 0.5,
  borderRadius: "2px",
  overflow: "hidden",
  bgcolor: "grey.100",
} as const;
