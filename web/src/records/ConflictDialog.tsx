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
import { useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "react-router";
import { useStore } from "../hooks/createStore.ts";
import { type ConflictQuestion, conflictQuestions, leavePage, leaveQuestions } from "./conflicts.ts";

/**
 * Asks which value stays if two people changed the same. Mounted once; a page that is left takes its questions with it.
 */
export function ConflictDialog() {
  const [question] = useStore(conflictQuestions);
  const { pathname, search } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another address is what leaves the page
  useEffect(() => leavePage, [pathname]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a panel that the address closes takes its question along
  useEffect(() => leaveQuestions, [search]);
  return question && <Choice key={question.id} question={question} />;
}

/** Which of two people's values stays, field by field; nothing is overwritten unseen. */
function Choice({ question: { fields, answer } }: { question: ConflictQuestion }) {
  const { t } = useTranslation();
  const [keepTheirs, setKeepTheirs] = useState<string[]>([]);
  const id = useId();
  const shown = (text: string) => text || t("conflict.nothing");
  return (
    <Dialog open maxWidth="xs" fullWidth onClose={() => answer(null)} aria-labelledby={id}>
      <DialogTitle id={id}>{t("conflict.title")}</DialogTitle>
      <DialogContent sx={{ display: "grid", gap: 2 }}>
        <DialogContentText>{t("conflict.text")}</DialogContentText>
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
                label={t("conflict.theirs", { value: shown(theirs) })}
              />
              <FormControlLabel
                value="mine"
                control={<Radio size="small" />}
                label={t("conflict.mine", { value: shown(mine) })}
              />
            </RadioGroup>
          </FormControl>
        ))}
      </DialogContent>
      <DialogActions>
        <Button onClick={() => answer(null)}>{t("conflict.cancel")}</Button>
        <Button variant="contained" onClick={() => answer(keepTheirs)}>
          {t("conflict.save")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
