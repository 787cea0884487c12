import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import FormHelperText from "@mui/material/FormHelperText";
import InputBase from "@mui/material/InputBase";
import { type DragEvent, type FormEvent, type KeyboardEvent, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { textOfProblem } from "../../../feedback/problem.ts";
import { PendingWorkContext, usePendingWorkOfFields } from "../../../form/pendingWork.ts";
import { useUploads } from "../../../hooks/useUploads.ts";
import { type ChangeDraft, type EntryDraft, problemsOfDraft } from "../entryDraft.ts";
import { ContactInput } from "./ContactInput.tsx";
import { DraftFiles } from "./DraftFiles.tsx";
import { EntryEditor } from "./EntryEditor.tsx";
import { KindInput } from "./KindInput.tsx";
import { StageAndTags } from "./StageAndTags.tsx";

interface EntryFormProps {
  clientId: string;
  draft: EntryDraft;
  onChange: ChangeDraft;
  /** Saves the draft; what it throws is shown, and everything stays as typed. */
  onSave: () => Promise<void>;
  onCancel: () => void;
  /** One line only, until it is used. */
  small?: boolean;
  autoFocus?: boolean;
  label: string;
}

/** Writes an activity down [F102][F103][F104][F105]: Ctrl+↵ saves, Esc gives up. */
export function EntryForm(props: EntryFormProps) {
  const { clientId, draft, onChange, onSave, onCancel, small = false, autoFocus = false, label } = props;
  const { t } = useTranslation();
  const [problems, setProblems] = useState<Record<string, string> | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const [dragging, setDragging] = useState(false);
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const pending = usePendingWorkOfFields(() => form.current?.requestSubmit());
  const set = (part: Partial<EntryDraft>) => {
    setProblems(null);
    onChange((current) => ({ ...current, ...part }));
  };
  const uploads = useUploads({
    clientId,
    waits: true,
    onUploaded: (file) => {
      setRefusal(null);
      onChange((current) => ({ ...current, files: [...current.files, file] }));
    },
    track: pending.context.track,
  });
  const submit = async (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    const wrong = problemsOfDraft(draft);
    setProblems(wrong);
    setRefusal(null);
    if (wrong || saving || pending.mustWait()) return;
    if (uploads.sending.some(({ problem }) => problem !== null)) return setRefusal(t("timeline.files.unsent"));
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
  const onDrop = (event: DragEvent) => {
    setDragging(false);
    if (event.defaultPrevented || event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    uploads.add(event.dataTransfer.files);
  };
  const busy = saving || pending.context.waiting;
  return (
    <Box
      component="form"
      ref={form}
      aria-label={label}
      aria-busy={busy}
      onSubmit={(event) => void submit(event)}
      onKeyDown={onKeyDown}
      onDragOver={(event: DragEvent) => {
        if (!event.dataTransfer.types.includes("Files")) return;
        event.preventDefault();
        setDragging(true);
      }}
      onDragLeave={() => setDragging(false)}
      onDrop={onDrop}
      sx={{ ...formSx, ...(dragging && { borderColor: "primary.main", borderStyle: "dashed" }) }}
    >
      {!small && <KindInput draft={draft} onChange={set} />}
      {!small && (
        <InputBase
          value={draft.title}
          onChange={(event) => set({ title: event.target.value })}
          placeholder={t("timeline.page.heading")}
          inputProps={{ "aria-label": t("timeline.page.heading"), "aria-invalid": Boolean(problems?.title) }}
          sx={{ px: 1.5, pt: 0.5, fontWeight: 600, width: "100%" }}
        />
      )}
      <EntryEditor
        small={small}
        clientId={clientId}
        html={draft.html}
        onChange={(html) => set({ html })}
        onFiles={uploads.add}
        onAttach={() => picker.current?.click()}
        onSubmit={() => form.current?.requestSubmit()}
        label={t(`timeline.page.textLabel.${draft.kind}`)}
        placeholder={t(`timeline.page.text.${draft.kind}`)}
        invalid={Boolean(problems?.description)}
        describedBy={`${id}-problem`}
        autoFocus={autoFocus}
      />
      <FormHelperText id={`${id}-problem`} error role={problems ? "alert" : undefined} sx={{ px: 1.5, mt: 0 }}>
        {problems && Object.values(problems)[0]}
      </FormHelperText>
      {refusal && (
        <Alert severity="error" role="alert" sx={{ mx: 1 }}>
          {t("timeline.page.failed", { reason: refusal })}
        </Alert>
      )}
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label={t("timeline.tools.attach")}
        onChange={(event) => {
          uploads.add([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
      {!small && (
        <>
          <DraftFiles
            files={draft.files}
            sending={uploads.sending}
            onRemove={(gone) =>
              onChange((current) => ({ ...current, files: current.files.filter((file) => file.id !== gone.id) }))
            }
          />
          <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1, p: 1, alignItems: "start" }}>
            <PendingWorkContext value={pending.context}>
              <ContactInput clientId={clientId} value={draft.contact} onChange={(contact) => set({ contact })} />
              <StageAndTags draft={draft} onChange={set} />
            </PendingWorkContext>
            <Box sx={{ display: "flex", gap: 1, ml: "auto" }}>
              <Button onClick={onCancel}>{t("timeline.page.cancel")}</Button>
              <Button type="submit" variant="contained" title={t("timeline.page.saveKey")}>
                {pending.context.waiting ? t("timeline.page.waiting") : t("timeline.page.save")}
              </Button>
            </Box>
          </Box>
        </>
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
