import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogContentText from "@mui/material/DialogContentText";
import DialogTitle from "@mui/material/DialogTitle";
import { useTranslation } from "react-i18next";
import { useStore } from "../hooks/createStore.ts";
import { openQuestion } from "./confirm.ts";

/** Shows the question that `confirm` asks. */
export function ConfirmDialog() {
  const { t } = useTranslation();
  const question = useStore(openQuestion);
  if (!question) return null;
  return (
    <Dialog
      open
      role="alertdialog"
      maxWidth="xs"
      fullWidth
      onClose={() => question.answer(false)}
      aria-labelledby="confirm-title"
      aria-describedby={question.text ? "confirm-text" : undefined}
    >
      <DialogTitle id="confirm-title">{question.title}</DialogTitle>
      {question.text && (
        <DialogContent>
          <DialogContentText id="confirm-text" sx={{ whiteSpace: "pre-line" }}>
            {question.text}
          </DialogContentText>
        </DialogContent>
      )}
      <DialogActions>
        <Button autoFocus onClick={() => question.answer(false)}>
          {question.cancelLabel ?? t("common.cancel")}
        </Button>
        <Button variant="contained" color={question.danger ? "error" : "primary"} onClick={() => question.answer(true)}>
          {question.confirmLabel}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
