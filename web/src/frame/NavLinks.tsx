import { paths } from "@clientela/shared/paths";
import ClientsIcon from "@mui/icons-material/BusinessOutlined";
import TasksIcon from "@mui/icons-material/CheckBoxOutlined";
import ContactsIcon from "@mui/icons-material/ContactsOutlined";
import ActivityKindsIcon from "@mui/icons-material/EditNoteOutlined";
import TeamIcon from "@mui/icons-material/GroupsOutlined";
import HomeIcon from "@mui/icons-material/HomeOutlined";
import ApiKeysIcon from "@mui/icons-material/KeyOutlined";
import FieldsIcon from "@mui/icons-material/ListAltOutlined";
import TagsIcon from "@mui/icons-material/LocalOfferOutlined";
import OutboxIcon from "@mui/icons-material/OutboxOutlined";
import AccountIcon from "@mui/icons-material/PersonOutlined";
import ListsIcon from "@mui/icons-material/PlaylistAddCheckOutlined";
import SettingsIcon from "@mui/icons-material/SettingsOutlined";
import Box from "@mui/material/Box";
import { styled } from "@mui/material/styles";
import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";
import { useViewer } from "../session/useSession.ts";
import { mainNav, type NavItem, settingsNav } from "./nav.ts";
import { SavedFilterLinks } from "./SavedFilterLinks.tsx";
import { TaskCount } from "./TaskCount.tsx";

export const navIcons = {
  home: HomeIcon,
  clients: ClientsIcon,
  tasks: TasksIcon,
  contacts: ContactsIcon,
  settings: SettingsIcon,
  team: TeamIcon,
  fields: FieldsIcon,
  lists: ListsIcon,
  tags: TagsIcon,
  activityKinds: ActivityKindsIcon,
  keys: ApiKeysIcon,
  outbox: OutboxIcon,
  account: AccountIcon,
};

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
          {path === paths.settings ? t("nav.business") : t(title)}
          {path === paths.tasks && <TaskCount />}
        </Item>
        {path === paths.clients && <SavedFilterLinks onFollow={onFollow} />}
      </li>
    );
  };
  const allowed = ({ permission }: NavItem) => !permission || can(permission);
  return (
    <Box sx={{ p: 1, display: "flex", flexDirection: "column", gap: 2, "& ul": { listStyle: "none", m: 0, p: 0 } }}>
      <ul>{mainNav.filter(allowed).map(link)}</ul>
      <div>
        <Box sx={{ px: 1, pb: 0.5, fontSize: 12, fontWeight: 600, color: "text.secondary" }}>{t("nav.settings")}</Box>
        <ul>{settingsNav.filter(allowed).map(link)}</ul>
      </div>
    </Box>
  );
}
