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
import { useStore } from "../../../hooks/createStore.ts";
import { useCustomFields } from "../../../hooks/useCustomFields.ts";
import type { ClientRecord, RecordKey } from "../clientValues.ts";
import { recordLabelOf, recordTextOf } from "../fieldTexts.ts";
import { type ConflictQuestion, conflictQuestion } from "../saveClient.ts";

/** Asks which value stays where two people changed the same field; nothing is overwritten unseen. */
export function ConflictDialog() {
  const question = useStore(conflictQuestion);
  return question && <Choice key={question.theirs.version} question={question} />;
}

function Choice({ question: { theirs, mine, keys, answer } }: { question: ConflictQuestion }) {
  const { t, i18n } = useTranslation();
  const [keepTheirs, setKeepTheirs] = useState<RecordKey[]>([]);
  const { fields } = useCustomFields();
  const id = useId();
  const text = (client: ClientRecord, key: RecordKey) =>
    recordTextOf(i18n.language, client, key) || t("clientPages.conflict.nothing");
  return (
    <Dialog open maxWidth="xs" fullWidth onClose={() => answer(null)} aria-labelledby={id}>
      <DialogTitle id={id}>{t("clientPages.conflict.title")}</DialogTitle>
      <DialogContent sx={{ display: "grid", gap: 2 }}>
        <DialogContentText>{t("clientPages.conflict.text")}</DialogContentText>
        {keys.map((key) => (
          <FormControl key={key}>
            <FormLabel id={`${id}-${key}`}>{recordLabelOf(key, mine.taxProfile.country, fields)}</FormLabel>
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
                label={t("clientPages.conflict.theirs", { value: text(theirs, key) })}
              />
              <FormControlLabel
                value="mine"
                control={<Radio size="small" />}
                label={t("clientPages.conflict.mine", { value: text(mine, key) })}
              />
            </RadioGroup>
          </FormControl>
        ))}
      </DialogContent>
      <DialogActions>
        <Button onClick={() => answer(null)}>{t("clientPages.conflict.cancel")}</Button>
        <Button variant="contained" onClick={() => answer(keepTheirs)}>
          {t("clientPages.conflict.save")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
