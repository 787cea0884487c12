import Box from "@mui/material/Box";
import Drawer from "@mui/material/Drawer";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useSettings } from "../session/useSession.ts";
import { NavLinks } from "./NavLinks.tsx";

const width = 216;

function Brand() {
  const settings = useSettings();
  return (
    <Box
      component={Link}
      to="/"
      sx={{
        display: "flex",
        alignItems: "center",
        gap: 1,
        height: 48,
        px: 2,
        flexShrink: 0,
        color: "text.primary",
        textDecoration: "none",
        fontWeight: 600,
        overflow: "hidden",
      }}
    >
      <img src="/favicon.svg" alt="" width={20} height={20} />
      <Box component="span" sx={{ overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" }}>
        {settings?.businessName || "Clientela"}
      </Box>
    </Box>
  );
}

/** The sidebar of a wide window. */
export function Sidebar() {
  const { t } = useTranslation();
  return (
    <Box
      component="nav"
      aria-label={t("nav.main")}
      sx={{
        width,
        flexShrink: 0,
        display: { xs: "none", md: "flex" },
        flexDirection: "column",
        bgcolor: "grey.50",
        borderRight: 1,
        borderColor: "divider",
        height: "100dvh",
        position: "sticky",
        top: 0,
        overflow: "auto",
      }}
    >
      <Brand />
      <NavLinks />
    </Box>
  );
}

/** The same links in a drawer, for a narrow window. */
export function NavDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Drawer
      open={open}
      onClose={onClose}
      slotProps={{
        paper: {
          role: "dialog",
          "aria-modal": true,
          "aria-label": t("nav.menu"),
          sx: { width: 264, bgcolor: "grey.50" },
        },
      }}
    >
      <nav aria-label={t("nav.main")}>
        <Brand />
        <NavLinks onFollow={onClose} />
      </nav>
    </Drawer>
  );
}
