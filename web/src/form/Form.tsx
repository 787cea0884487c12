import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { type KeyboardEvent, type ReactNode, useEffect, useEffectEvent, useId, useRef, useState } from "react";
import { type FieldPath, FormProvider, get, type UseFormReturn } from "react-hook-form";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { problemsOfFields, textOfProblem } from "../feedback/problem.ts";
import { PendingWorkContext, usePendingWorkOfFields } from "./pendingWork.ts";
import { pathsInSight, type Wrong, wrongFields } from "./placeOfErrors.ts";
import type { FormRules, RulesForm } from "./useRulesForm.ts";

export interface FormProps<S extends FormRules, R> {
  form: RulesForm<S>;
  /**
   * Sends the values as the rules make them, or only the changed ones. Errors it throws are shown beside the fields or
   * above them.
   */
  save: (values: z.output<S>, changed: Partial<z.output<S>>) => Promise<R>;
  /** Runs once saved, when leaving no longer asks. */
  onSaved?: (result: R) => void;
  /** Shows a refusal in a way of its own; answers false to leave it to the form. */
  onProblem?: (error: unknown) => boolean;
  /** The form's field for a part of the server's input that has another name: errors are shown there. */
  fieldOf?: Readonly<Record<string, FieldPath<z.input<S>>>>;
  /** The name of a field that the form may hold without showing it. */
  nameOf?: (path: string) => string | undefined;
  /** Names the form for people who cannot see it. */
  label: string;
  children: ReactNode;
}

/**
 * The form around its fields: Ctrl+Enter saves, and nothing typed is lost. The first wrong field in sight takes the
 * focus. If none is in sight, the message above the fields does.
 */
export function Form<S extends FormRules, R>({
  form,
  save,
  onSaved,
  onProblem,
  fieldOf,
  nameOf,
  label,
  children,
}: FormProps<S, R>) {
  const { t } = useTranslation();
  const element = useRef<HTMLFormElement>(null);
  const problemId = useId();
  const alert = useRef<HTMLDivElement>(null);
  const { errors, isSubmitting, submitCount } = form.formState;
  const [unseen, setUnseen] = useState<{ wrong: Wrong[]; alone: boolean }>({ wrong: [], alone: false });
  const pending = usePendingWorkOfFields(() => element.current?.requestSubmit());

  const submit = form.handleSubmit(async (values) => {
    let result: R;
    try {
      result = await save(values, form.changedOf(values));
    } catch (error) {
      if (!onProblem?.(error)) showProblem(error);
      return;
    }
    form.settle();
    onSaved?.(result);
  });

  function showProblem(error: unknown) {
    const problems = problemsOfFields(error);
    for (const { path, message } of problems)
      form.setError(fieldOf?.[path] ?? (path as FieldPath<z.input<S>>), { type: "server", message });
    if (problems.length === 0) form.setError("root", { type: "server", message: textOfProblem(error) });
  }

  const showWrong = useEffectEvent(() => {
    const wrong = wrongFields(errors);
    const [first, ...others] = element.current ? pathsInSight(element.current, wrong) : [];
    setUnseen({
      wrong: wrong.filter(({ path }) => path !== first && !others.includes(path)),
      alone: first === undefined && (wrong.length > 0 || errors.root !== undefined),
    });
    if (first) form.setFocus(first as FieldPath<z.input<S>>);
  });
  // After drawing: a folded section with a wrong field has opened by then.
  useEffect(() => {
    if (submitCount > 0) showWrong();
  }, [submitCount]);
  useEffect(() => {
    if (unseen.alone) alert.current?.focus();
  }, [unseen]);
  const told = unseen.wrong.filter(({ path }) => get(errors, path));

  function saveByKey(event: KeyboardEvent) {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    element.current?.requestSubmit();
  }

  return (
    <FormProvider {...(form as unknown as UseFormReturn)}>
      <Box
        component="form"
        ref={element}
        noValidate
        aria-label={label}
        aria-busy={isSubmitting || pending.context.waiting}
        aria-describedby={errors.root || told.length > 0 ? problemId : undefined}
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          if (!isSubmitting && !pending.mustWait()) void submit(event);
        }}
        onKeyDown={saveByKey}
        sx={{ display: "flex", flexDirection: "column", gap: 2, flex: 1 }}
      >
        {form.restored && (
          <Alert
            severity="info"
            action={
              <Button color="inherit" onClick={form.discardDraft}>
                {t("form.discard")}
              </Button>
            }
          >
            {t("form.restored")}
          </Alert>
        )}
        {(errors.root || told.length > 0) && (
          <Alert
            ref={alert}
            id={problemId}
            severity="error"
            role="alert"
            tabIndex={-1}
            sx={{ overflowWrap: "anywhere" }}
          >
            {errors.root?.message && <div>{errors.root.message}</div>}
            {told.map(({ path, message }) => (
              <div key={path}>{`${nameOf?.(path) ?? path}: ${message}`}</div>
            ))}
          </Alert>
        )}
        <PendingWorkContext value={pending.context}>{children}</PendingWorkContext>
      </Box>
    </FormProvider>
  );
}
