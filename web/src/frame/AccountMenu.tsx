import { paths } from "@clientela/shared/paths";
import Avatar from "@mui/material/Avatar";
import Box from "@mui/material/Box";
import Divider from "@mui/material/Divider";
import IconButton from "@mui/material/IconButton";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Initials } from "../components/Initials.tsx";
import { currentLanguage, languages } from "../i18n/i18n.ts";
import { useChangeLanguage } from "../session/useChangeLanguage.ts";
import { useViewer } from "../session/useSession.ts";
import { useSignOut } from "../session/useSignOut.ts";

/** The person's name, their account, the language, and signing out. */
export function AccountMenu() {
  const { t } = useTranslation();
  const { user } = useViewer();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const changeLanguage = useChangeLanguage();
  const signOut = useSignOut();
  const close = () => setAnchor(null);
  return (
    <>
      <IconButton
        aria-label={t("frame.accountMenu", { name: user.name })}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <Avatar
          sx={{
            width: 24,
            height: 24,
            fontSize: 11,
            fontWeight: 600,
            bgcolor: "primary.main",
            color: "primary.contrastText",
          }}
        >
          <Initials name={user.name} />
        </Avatar>
      </IconButton>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={close} onClick={close}>
        <Box component="li" role="none" sx={{ px: 1.25, py: 0.75 }}>
          <Box sx={{ fontWeight: 600 }}>{user.name}</Box>
          <Box sx={{ color: "text.secondary", fontSize: 13 }}>{user.email}</Box>
        </Box>
        <Divider component="li" role="separator" />
        <MenuItem component={Link} to={paths.account}>
          {t("nav.account")}
        </MenuItem>
        {languages
          .filter((language) => language !== currentLanguage())
          .map((language) => (
            <MenuItem key={language} lang={language} onClick={() => void changeLanguage(language)}>
              {t(`frame.${language}`)}
            </MenuItem>
          ))}
        <Divider component="li" role="separator" />
        <MenuItem onClick={() => void signOut()}>{t("frame.signOut")}</MenuItem>
      </Menu>
    </>
  );
}
