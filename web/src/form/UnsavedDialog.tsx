import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogContentText from "@mui/material/DialogContentText";
import DialogTitle from "@mui/material/DialogTitle";
import { useTranslation } from "react-i18next";
import { useBeforeUnload, useBlocker, useLocation } from "react-router";
import { guardsAgainst, hasUnsavedWork } from "./unsaved.ts";

/** Asks before unsaved work is left behind, by a link, the back button or by closing the tab. Mounted once. */
export function UnsavedDialog() {
  const { t } = useTranslation();
  const from = useLocation();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => guardsAgainst(currentLocation, nextLocation).length > 0,
  );
  useBeforeUnload((event) => {
    if (hasUnsavedWork()) event.preventDefault();
  });
  if (blocker.state !== "blocked") return null;
  const leave = () => {
    for (const guard of guardsAgainst(from, blocker.location)) guard.discard();
    blocker.proceed();
  };
  return (
    <Dialog open role="alertdialog" maxWidth="xs" fullWidth onClose={blocker.reset} aria-labelledby="unsaved-title">
      <DialogTitle id="unsaved-title">{t("form.unsavedTitle")}</DialogTitle>
      <DialogContent>
        <DialogContentText>{t("form.unsavedText")}</DialogContentText>
      </DialogContent>
      <DialogActions>
        <Button color="error" onClick={leave}>
          {t("form.discard")}
        </Button>
        <Button variant="contained" autoFocus onClick={blocker.reset}>
          {t("form.keepEditing")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
