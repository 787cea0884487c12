import MenuIcon from "@mui/icons-material/Menu";
import SearchIcon from "@mui/icons-material/Search";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Page } from "../feature.ts";
import { clientsPath, lastClientsPath } from "../features/clients/paths.ts";
import { useStore } from "../hooks/createStore.ts";
import { textOf } from "../i18n/i18n.ts";
import { NotificationBell } from "../notifications/NotificationBell.tsx";
import { useViewer } from "../session/useSession.ts";
import { AccountMenu } from "./AccountMenu.tsx";
import { frameDialog } from "./dialogs.ts";
import { NewMenu } from "./NewMenu.tsx";
import { recordName } from "./recordName.ts";
import { ThemeToggle } from "./ThemeToggle.tsx";

const commandKeys = /mac|iphone|ipad/i.test(navigator.userAgent) ? "⌘K" : "Ctrl K";

/** Where am I, find, create: the bar of 48 px over every page. */
export function TopBar({ page, onOpenMenu }: { page: Page | undefined; onOpenMenu: () => void }) {
  const { t } = useTranslation();
  const { can } = useViewer();
  return (
    <Box
      component="header"
      sx={{
        display: "flex",
        alignItems: "center",
        gap: 1,
        height: 48,
        px: { xs: 1, md: 2.5 },
        position: "sticky",
        top: 0,
        zIndex: "appBar",
        bgcolor: "background.default",
        borderBottom: 1,
        borderColor: "divider",
      }}
    >
      <IconButton aria-label={t("nav.openMenu")} onClick={onOpenMenu} sx={{ display: { md: "none" } }}>
        <MenuIcon fontSize="small" />
      </IconButton>
      <Where page={page} />
      <Button
        variant="outlined"
        color="inherit"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => frameDialog.set("command")}
        startIcon={<SearchIcon />}
        sx={{
          ml: "auto",
          width: 220,
          justifyContent: "flex-start",
          color: "text.secondary",
          fontWeight: 400,
          display: { xs: "none", md: "flex" },
        }}
      >
        {t("frame.search")}
        <Box component="kbd" aria-hidden sx={{ ml: "auto", font: "inherit", fontSize: 12 }}>
          {commandKeys}
        </Box>
      </Button>
      {can("clients.write") && <NewMenu page={page} />}
      <NotificationBell />
      <Box sx={{ display: { xs: "none", sm: "block" } }}>
        <ThemeToggle />
      </Box>
      <AccountMenu />
    </Box>
  );
}

function Where({ page }: { page: Page | undefined }) {
  const record = useStore(recordName);
  if (!page) return null;
  const title = textOf({ key: page.title });
  return (
    // Takes the room left: a long name makes nothing beside it smaller.
    <Box sx={{ display: "flex", alignItems: "center", gap: 1, flex: 1, minWidth: 0 }}>
      {page.parent && (
        <Box
          component={Link}
          to={page.parent.path === clientsPath() ? lastClientsPath() : page.parent.path}
          sx={{
            color: "text.secondary",
            lineHeight: "24px",
            whiteSpace: "nowrap",
            textDecoration: "none",
            "&:hover": { textDecoration: "underline" },
          }}
        >
          {textOf({ key: page.parent.title })}
        </Box>
      )}
      {page.parent && (!page.ownHeading || record) && (
        <Box component="span" aria-hidden sx={{ color: "text.secondary" }}>
          /
        </Box>
      )}
      {!page.ownHeading && (
        <Typography variant="h1" noWrap sx={{ fontSize: "0.9375rem" }}>
          {title}
        </Typography>
      )}
      {page.ownHeading && record && (
        // The page's own heading says it too; here it stays while the page scrolls.
        <Typography component="span" noWrap title={record} sx={{ fontSize: "0.9375rem", fontWeight: 600 }}>
          {record}
        </Typography>
      )}
    </Box>
  );
}
