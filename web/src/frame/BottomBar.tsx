import { paths } from "@clientela/shared/paths";
import SearchIcon from "@mui/icons-material/Search";
import Box from "@mui/material/Box";
import ButtonBase from "@mui/material/ButtonBase";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";
import { frameDialog } from "./dialogs.ts";
import { navIcons } from "./navIcons.ts";

const item = (active: boolean) => ({
  flex: 1,
  height: 52,
  display: "flex",
  flexDirection: "column",
  gap: 0.25,
  fontSize: 12,
  color: active ? "primary.main" : "text.secondary",
  fontWeight: active ? 600 : 400,
  "& svg": { fontSize: 20 },
});

/** The places a thumb reaches for on a phone. */
export function BottomBar() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const link = (path: string, label: string, Icon: (typeof navIcons)["clients"]) => {
    const here = path === paths.home ? pathname === path : pathname.startsWith(path);
    return (
      <ButtonBase component={Link} to={path} aria-current={here ? "page" : undefined} sx={item(here)}>
        <Icon aria-hidden />
        {label}
      </ButtonBase>
    );
  };
  return (
    <Box
      component="nav"
      aria-label={t("nav.quick")}
      sx={{
        display: { xs: "flex", md: "none" },
        position: "fixed",
        insetInline: 0,
        bottom: 0,
        zIndex: "appBar",
        bgcolor: "background.default",
        borderTop: 1,
        borderColor: "divider",
        pb: "env(safe-area-inset-bottom)",
      }}
    >
      {link(paths.home, t("nav.home"), navIcons.home)}
      {link(paths.clients, t("nav.clients"), navIcons.clients)}
      {link(paths.tasks, t("nav.tasks"), navIcons.tasks)}
      <ButtonBase onClick={() => frameDialog.set("command")} sx={item(false)}>
        <SearchIcon aria-hidden />
        {t("frame.find")}
      </ButtonBase>
      {link(paths.settings, t("nav.settings"), navIcons.settings)}
    </Box>
  );
}
