import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Section } from "../../../components/Section.tsx";
import { visuallyHidden } from "../../../components/visuallyHidden.ts";
import { useFormats } from "../../../i18n/format.ts";
import { clientsMatching } from "../../clients/paths.ts";
import type { DashboardPageQuery } from "../dashboard.generated.ts";
import { daysOfMonth } from "../months.ts";

type Arrivals = DashboardPageQuery["dashboard"]["arrivals"];

const HEIGHT = 144;

/** How many came in each of the last twelve months; a month leads to those clients [F214]. */
export function ArrivalsChart({ arrivals }: { arrivals: Arrivals }) {
  const { t } = useTranslation();
  const { number, monthName } = useFormats();
  const most = Math.max(1, ...arrivals.map(({ prospects, clients }) => prospects + clients));
  // On a phone a twelfth of the width has room for three digits.
  const tooWide = most > 999;
  return (
    <Section
      title={t("dashboard.arrivals")}
      actions={
        <Box sx={{ display: "flex", gap: 2, fontSize: "0.75rem", color: "text.secondary" }}>
          <Legend color={colors.prospects}>{t("dashboard.figure.prospects")}</Legend>
          <Legend color={colors.clients}>{t("dashboard.figure.clients")}</Legend>
        </Box>
      }
    >
      <Box component="ol" sx={chartSx}>
        {arrivals.map(({ month, prospects, clients }) => {
          const count = prospects + clients;
          return (
            <li key={month}>
              <Box
                component={Link}
                to={clientsMatching({ createdAt: daysOfMonth(month) })}
                title={`${t("dashboard.figure.prospects")}: ${number(prospects)} · ${t("dashboard.figure.clients")}: ${number(clients)}`}
                sx={columnSx}
              >
                <Box component="span" sx={visuallyHidden}>
                  {t("dashboard.arrivedIn", { count, formatted: number(count), month: monthName(month, "long") })}
                </Box>
                <Box
                  component="span"
                  className="tabular"
                  aria-hidden
                  sx={tooWide ? { display: { xs: "none", sm: "block" } } : {}}
                >
                  {count ? number(count) : ""}
                </Box>
                <Bar share={prospects / most} color={colors.prospects} />
                <Bar share={clients / most} color={colors.clients} />
                <span aria-hidden>{monthName(month, "short")}</span>
              </Box>
            </li>
          );
        })}
      </Box>
    </Section>
  );
}

const colors = { prospects: "info.main", clients: "success.main" };

const Bar = ({ share, color }: { share: number; color: string }) => (
  <Box
    component="span"
    sx={{
      display: "block",
      width: "100%",
      height: share ? Math.max(2, Math.round(share * HEIGHT)) : 0,
      bgcolor: color,
    }}
  />
);

const Legend = ({ color, children }: { color: string; children: string }) => (
  <Box component="span" sx={{ display: "inline-flex", alignItems: "center", gap: 0.75 }}>
    <Box component="span" aria-hidden sx={{ width: 8, height: 8, borderRadius: "2px", bgcolor: color }} />
    {children}
  </Box>
);

const chartSx = {
  listStyle: "none",
  m: 0,
  p: 0,
  display: "grid",
  gridTemplateColumns: "repeat(12, minmax(0, 1fr))",
  columnGap: { xs: 0, sm: 1 },
} as const;

const columnSx = {
  position: "relative",
  display: "flex",
  flexDirection: "column",
  justifyContent: "flex-end",
  alignItems: "center",
  height: HEIGHT + 48,
  px: { xs: 0.25, sm: 0 },
  color: "text.secondary",
  fontSize: { xs: "0.6875rem", sm: "0.75rem" },
  lineHeight: "20px",
  textDecoration: "none",
  borderRadius: 1,
  "&:hover": { bgcolor: "action.hover", color: "text.primary" },
} as const;
