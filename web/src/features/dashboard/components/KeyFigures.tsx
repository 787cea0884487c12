import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useFormats } from "../../../i18n/format.ts";
import { clientsMatching } from "../../clients/paths.ts";
import { contactsPath } from "../../contacts/paths.ts";
import type { DashboardPageQuery } from "../dashboard.generated.ts";

type Figures = Pick<DashboardPageQuery["dashboard"], "clients" | "contacts">;

/** The counts of the business, each the way to what it counts [F211–F215]. */
export function KeyFigures({ clients, contacts }: Figures) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const figures = [
    ["total", clients.total, clientsMatching({})],
    ["prospects", clients.prospects, clientsMatching({ status: ["PROSPECT"] })],
    ["clients", clients.clients, clientsMatching({ status: ["CLIENT"] })],
    ["inactive", clients.inactive, clientsMatching({ status: ["INACTIVE"] })],
    ["newThisMonth", clients.newThisMonth, clientsMatching({ createdAt: { preset: "THIS_MONTH" } })],
    ["contactsActive", contacts.active, contactsPath({ active: true })],
    ["contactsInactive", contacts.inactive, contactsPath({ active: false })],
  ] as const;
  return (
    <Box component="ul" aria-label={t("dashboard.figures")} sx={figuresSx}>
      {figures.map(([key, value, path]) => (
        <li key={key}>
          <Box component={Link} to={path} sx={figureSx}>
            <Box component="span" sx={{ color: "text.secondary", fontSize: "0.75rem" }}>
              {t(`dashboard.figure.${key}`)}
            </Box>
            <Box component="span" className="tabular" sx={{ fontSize: "1.25rem", fontWeight: 600, lineHeight: "28px" }}>
              {number(value)}
            </Box>
          </Box>
        </li>
      ))}
    </Box>
  );
}

export const figuresSx = {
  listStyle: "none",
  m: 0,
  p: 0,
  display: "grid",
  gap: 1,
  // The last of an odd number fills its line.
  "& > :last-of-type:nth-of-type(odd)": { gridColumn: { xs: "span 2", sm: "auto" } },
  gridTemplateColumns: { xs: "repeat(2, minmax(0, 1fr))", sm: "repeat(auto-fit, minmax(128px, 1fr))" },
} as const;

const figureSx = {
  display: "flex",
  flexDirection: "column",
  px: 1.5,
  py: 1,
  height: "100%",
  border: 1,
  borderColor: "divider",
  borderRadius: 1,
  color: "text.primary",
  textDecoration: "none",
  "&:hover": { bgcolor: "action.hover" },
} as const;
