import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogContentText from "@mui/material/DialogContentText";
import DialogTitle from "@mui/material/DialogTitle";
import FormControl from "@mui/material/FormControl";
import FormControlLabel from "@mui/material/FormControlLabel";
import FormLabel from "@mui/material/FormLabel";
import Radio from "@mui/material/Radio";
import RadioGroup from "@mui/material/RadioGroup";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";

/** What two people changed, each value as text. */
export interface ConflictingField {
  key: string;
  label: string;
  theirs: string;
  mine: string;
}

interface ConflictChoiceProps {
  fields: readonly ConflictingField[];
  /** Takes the fields for which the other person's value stays; null goes back to editing. */
  onAnswer: (keepTheirs: string[] | null) => void;
}

/** Which of two people's values stays, field by field; nothing is overwritten unseen. */
export function ConflictChoice({ fields, onAnswer }: ConflictChoiceProps) {
  const { t } = useTranslation();
  const [keepTheirs, setKeepTheirs] = useState<string[]>([]);
  const id = useId();
  const shown = (text: string) => text || t("clientPages.conflict.nothing");
  return (
    <Dialog open maxWidth="xs" fullWidth onClose={() => onAnswer(null)} aria-labelledby={id}>
      <DialogTitle id={id}>{t("clientPages.conflict.title")}</DialogTitle>
      <DialogContent sx={{ display: "grid", gap: 2 }}>
        <DialogContentText>{t("clientPages.conflict.text")}</DialogContentText>
        {fields.map(({ key, label, theirs, mine }) => (
          <FormControl key={key}>
            <FormLabel id={`${id}-${key}`}>{label}</FormLabel>
            <RadioGroup
              aria-labelledby={`${id}-${key}`}
              value={keepTheirs.includes(key) ? "theirs" : "mine"}
              onChange={(_event, value) =>
                setKeepTheirs((kept) => (value === "theirs" ? [...kept, key] : kept.filter((other) => other !== key)))
              }
            >
              <FormControlLabel
                value="theirs"
                control={<Radio size="small" />}
                label={t("clientPages.conflict.theirs", { value: shown(theirs) })}
              />
              <FormControlLabel
                value="mine"
                control={<Radio size="small" />}
                label={t("clientPages.conflict.mine", { value: shown(mine) })}
              />
            </RadioGroup>
          </FormControl>
        ))}
      </DialogContent>
      <DialogActions>
        <Button onClick={() => onAnswer(null)}>{t("clientPages.conflict.cancel")}</Button>
        <Button variant="contained" onClick={() => onAnswer(keepTheirs)}>
          {t("clientPages.conflict.save")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
