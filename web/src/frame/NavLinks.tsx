import { paths } from "@clientela/shared/paths";
import Box from "@mui/material/Box";
import { styled } from "@mui/material/styles";
import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";
import type { NavItem } from "../feature.ts";
import { textOf } from "../i18n/i18n.ts";
import { useViewer } from "../session/useSession.ts";
import { navOf } from "./nav.ts";
import { navIcons } from "./navIcons.ts";
import { SavedFilterLinks } from "./SavedFilterLinks.tsx";
import { TaskCount } from "./TaskCount.tsx";

const Item = styled(NavLink)({
  display: "flex",
  alignItems: "center",
  gap: 10,
  height: 32,
  padding: "0 8px",
  borderRadius: 6,
  textDecoration: "none",
  color: "var(--mui-palette-text-secondary)",
  "& svg": { fontSize: 18 },
  "&:hover": { background: "var(--mui-palette-action-hover)" },
  "&.active": {
    background: "var(--mui-palette-action-selected)",
    color: "var(--mui-palette-text-primary)",
    fontWeight: 600,
  },
});

/** The links of the sidebar and the drawer: only what the person may open. */
export function NavLinks({ onFollow }: { onFollow?: () => void }) {
  const { t } = useTranslation();
  const { can } = useViewer();
  const link = ({ path, title, icon }: NavItem) => {
    const Icon = navIcons[icon];
    return (
      <li key={path}>
        <Item to={path} end={path === paths.settings || path === paths.home} onClick={onFollow}>
          <Icon aria-hidden />
          {path === paths.settings ? t("nav.business") : textOf({ key: title })}
          {path === paths.tasks && <TaskCount />}
        </Item>
        {path === paths.clients && <SavedFilterLinks onFollow={onFollow} />}
      </li>
    );
  };
  const allowed = ({ permission }: NavItem) => !permission || can(permission);
  return (
    <Box sx={{ p: 1, display: "flex", flexDirection: "column", gap: 2, "& ul": { listStyle: "none", m: 0, p: 0 } }}>
      <ul>{navOf("main").filter(allowed).map(link)}</ul>
      <div>
        <Box sx={{ px: 1, pb: 0.5, fontSize: 12, fontWeight: 600, color: "text.secondary" }}>{t("nav.settings")}</Box>
        <ul>{navOf("settings").filter(allowed).map(link)}</ul>
      </div>
    </Box>
  );
}
