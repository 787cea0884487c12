import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { type KeyboardEvent, type ReactNode, useId, useRef } from "react";
import { type FieldPath, FormProvider, type UseFormReturn } from "react-hook-form";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { problemsOfFields, textOfProblem } from "../feedback/problem.ts";
import { PendingWorkContext, usePendingWorkOfFields } from "./pendingWork.ts";
import { ConflictLeft } from "./saveOnLatest.ts";
import type { FormRules, RulesForm } from "./useRulesForm.ts";

interface FormProps<S extends FormRules, R> {
  form: RulesForm<S>;
  /**
   * Sends the values, already as the rules make them, or only those that were changed; what it throws is shown beside the
   * fields or above them.
   */
  save: (values: z.output<S>, changed: Partial<z.output<S>>) => Promise<R>;
  /** Runs once saved, when leaving no longer asks. */
  onSaved?: (result: R) => void;
  /** Shows a refusal in a way of its own; answers false to leave it to the form. */
  onProblem?: (error: unknown) => boolean;
  /** Names the form for who cannot see it. */
  label: string;
  children: ReactNode;
}

/** The form around its fields: Ctrl+Enter saves, the first wrong field takes the focus, nothing typed is lost. */
export function Form<S extends FormRules, R>({ form, save, onSaved, onProblem, label, children }: FormProps<S, R>) {
  const { t } = useTranslation();
  const element = useRef<HTMLFormElement>(null);
  const problemId = useId();
  const { errors, isSubmitting } = form.formState;
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
    if (error instanceof ConflictLeft) return form.setError("root", { type: "server", message: t("errors.conflict") });
    const problems = problemsOfFields(error);
    const shown = problems.filter(({ path }) => element.current?.elements.namedItem(path));
    shown.forEach(({ path, message }, index) => {
      form.setError(path as FieldPath<z.input<S>>, { type: "server", message }, { shouldFocus: index === 0 });
    });
    if (shown.length === 0) form.setError("root", { type: "server", message: textOfProblem(error) });
  }

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
        aria-describedby={errors.root ? problemId : undefined}
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
        {errors.root && (
          <Alert id={problemId} severity="error" role="alert">
            {errors.root.message}
          </Alert>
        )}
        <PendingWorkContext value={pending.context}>{children}</PendingWorkContext>
      </Box>
    </FormProvider>
  );
}
