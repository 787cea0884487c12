import { manualKinds, timelineStages } from "@clientela/shared/timeline/rules";
import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import FormHelperText from "@mui/material/FormHelperText";
import InputBase from "@mui/material/InputBase";
import NativeSelect from "@mui/material/NativeSelect";
import OutlinedInput from "@mui/material/OutlinedInput";
import ToggleButton from "@mui/material/ToggleButton";
import ToggleButtonGroup from "@mui/material/ToggleButtonGroup";
import { type FormEvent, type KeyboardEvent, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { TagPicker } from "../../../components/TagPicker.tsx";
import { textOfProblem } from "../../../feedback/problem.ts";
import { PendingWorkContext, usePendingWorkOfFields } from "../../../form/pendingWork.ts";
import { type EntryDraft, problemsOfDraft } from "../entryDraft.ts";

interface EntryFormProps {
  draft: EntryDraft;
  onChange: (draft: EntryDraft) => void;
  /** Saves the draft; what it throws is shown, and everything stays as typed. */
  onSave: () => Promise<void>;
  onCancel: () => void;
  /** One line only, until it is used. */
  small?: boolean;
  autoFocus?: boolean;
  label: string;
}

/** Writes a note, call or meeting down [F102][F103][F104]: Ctrl+↵ saves, Esc gives up. */
export function EntryForm({ draft, onChange, onSave, onCancel, small = false, autoFocus, label }: EntryFormProps) {
  const { t } = useTranslation();
  const [problems, setProblems] = useState<Record<string, string> | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const pending = usePendingWorkOfFields(() => form.current?.requestSubmit());
  const set = (part: Partial<EntryDraft>) => {
    setProblems(null);
    onChange({ ...draft, ...part });
  };
  const submit = async (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    const wrong = problemsOfDraft(draft);
    setProblems(wrong);
    setRefusal(null);
    if (wrong || saving || pending.mustWait()) return;
    setSaving(true);
    try {
      await onSave();
    } catch (error) {
      setRefusal(textOfProblem(error));
    } finally {
      setSaving(false);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void submit(event);
    else if (event.key === "Escape") onCancel();
  };
  return (
    <Box
      component="form"
      ref={form}
      aria-label={label}
      aria-busy={saving || pending.context.waiting}
      onSubmit={(event) => void submit(event)}
      onKeyDown={onKeyDown}
      sx={formSx}
    >
      <Box sx={{ display: "flex", px: 1, pt: 1 }}>
        <ToggleButtonGroup
          exclusive
          size="small"
          value={draft.kind}
          aria-label={t("timeline.page.kind")}
          onChange={(_event, kind: EntryDraft["kind"] | null) => kind && set({ kind })}
        >
          {manualKinds
            .filter((kind) => kind !== "CUSTOM")
            .map((kind) => (
              <ToggleButton
                key={kind}
                value={kind}
                sx={{ py: 0.25, px: 1.25, textTransform: "none", fontSize: "0.8125rem" }}
              >
                {t(`timeline.kind.${kind}`)}
              </ToggleButton>
            ))}
        </ToggleButtonGroup>
      </Box>
      {!small && (
        <InputBase
          value={draft.title}
          onChange={(event) => set({ title: event.target.value })}
          placeholder={t("timeline.page.heading")}
          inputProps={{ "aria-label": t("timeline.page.heading"), "aria-invalid": Boolean(problems?.title) }}
          sx={{ px: 1.5, pt: 0.5, fontWeight: 600, width: "100%" }}
        />
      )}
      <InputBase
        multiline
        minRows={small ? 1 : 3}
        maxRows={16}
        autoFocus={autoFocus}
        value={draft.text}
        onChange={(event) => set({ text: event.target.value })}
        placeholder={t(`timeline.page.text.${draft.kind}`)}
        inputProps={{
          "aria-label": t(`timeline.page.textLabel.${draft.kind}`),
          "aria-invalid": Boolean(problems?.description),
          "aria-describedby": `${id}-problem`,
          "data-composer": "",
        }}
        sx={{ px: 1.5, py: 0.75, width: "100%" }}
      />
      <FormHelperText id={`${id}-problem`} error role={problems ? "alert" : undefined} sx={{ px: 1.5, mt: 0 }}>
        {problems?.description ?? problems?.title}
      </FormHelperText>
      {refusal && (
        <Alert severity="error" role="alert" sx={{ mx: 1 }}>
          {t("timeline.page.failed", { reason: refusal })}
        </Alert>
      )}
      {!small && (
        <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1, p: 1, alignItems: "start" }}>
          <NativeSelect
            input={<OutlinedInput />}
            value={draft.stage ?? ""}
            onChange={(event) => set({ stage: (event.target.value || null) as EntryDraft["stage"] })}
            inputProps={{ "aria-label": t("timeline.page.stage") }}
            sx={{ minWidth: 140 }}
          >
            <option value="">{t("timeline.page.noStage")}</option>
            {timelineStages.map((stage) => (
              <option key={stage} value={stage}>
                {t(`timeline.stage.${stage}`)}
              </option>
            ))}
          </NativeSelect>
          <Box sx={{ flex: "1 1 200px", minWidth: 0 }}>
            <PendingWorkContext value={pending.context}>
              <TagPicker
                hideLabel
                label={t("timeline.page.tags")}
                value={draft.tags}
                onChange={(tags) => set({ tags })}
              />
            </PendingWorkContext>
          </Box>
          <Box sx={{ display: "flex", gap: 1, ml: "auto" }}>
            <Button onClick={onCancel}>{t("timeline.page.cancel")}</Button>
            <Button type="submit" variant="contained" title={t("timeline.page.saveKey")}>
              {t("timeline.page.save")}
            </Button>
          </Box>
        </Box>
      )}
    </Box>
  );
}

const formSx = {
  border: 1,
  borderColor: "divider",
  borderRadius: 1.5,
  bgcolor: "background.paper",
  "&:focus-within": { borderColor: "text.disabled" },
  "& input, & textarea": { outline: "none" },
} as const;
