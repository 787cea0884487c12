import { problemsOf } from "@clientela/shared/validation";
import { toNestErrors } from "@hookform/resolvers";
import { useEffect, useState } from "react";
import {
  type DefaultValues,
  type FieldErrors,
  type FieldValues,
  type Path,
  type Resolver,
  type UseFormReturn,
  useForm,
} from "react-hook-form";
import type { z } from "zod";
import { textOf } from "../i18n/i18n.ts";
import { clearDraft, readDraft, writeDraft } from "./draft.ts";
import { type Guard, useUnsavedGuard } from "./unsaved.ts";

/** Rules of `shared` that a form's values obey. */
export type FormRules = z.ZodType<FieldValues, FieldValues>;

interface RulesFormOptions<S extends FormRules> {
  rules: S;
  defaultValues: DefaultValues<z.input<S>>;
  /** Keeps what is typed under this name until it is saved or given up. */
  draftKey?: string;
  /** Names of fields that no draft may hold. */
  secret?: readonly string[];
  /** Which ways lead away from the form; by default another page. */
  leaves?: Guard["leaves"];
}

/** A form, and what `Form` needs besides. */
export interface RulesForm<S extends FormRules> extends UseFormReturn<z.input<S>, unknown, z.output<S>> {
  /** Whether it opened with what an earlier visit had typed. */
  restored: boolean;
  /** The values that were changed since the form was opened. */
  changedOf(values: z.output<S>): Partial<z.output<S>>;
  /** After saving: forgets the draft and lets the person leave. */
  settle(): void;
  /** Gives up what was typed. */
  discardDraft(): void;
}

/** A resolver of react-hook-form over rules of `shared`, its errors in the person's language. */
export const rulesResolver =
  <S extends FormRules>(rules: S): Resolver<z.input<S>, unknown, z.output<S>> =>
  (values, _context, options) => {
    const parsed = rules.safeParse(values);
    if (parsed.success) return { values: parsed.data as z.output<S>, errors: {} };
    const errors: Record<string, { type: string; message: string }> = {};
    for (const problem of problemsOf(parsed.error))
      errors[problem.path] ??= { type: problem.key, message: textOf(problem) };
    return { values: {}, errors: toNestErrors<z.input<S>>(errors as FieldErrors, options) };
  };

/** A form whose values obey rules of `shared`; asks before unsaved work is left, and keeps it as a draft. */
export function useRulesForm<S extends FormRules>(options: RulesFormOptions<S>): RulesForm<S> {
  const { rules, defaultValues, draftKey, secret = [], leaves } = options;
  const [draft] = useState(() => (draftKey ? readDraft(draftKey) : undefined));
  const [restored, setRestored] = useState(draft !== undefined);
  const form = useForm<z.input<S>, unknown, z.output<S>>({
    resolver: rulesResolver(rules),
    defaultValues,
    ...(draft && { values: { ...defaultValues, ...draft } as z.input<S>, resetOptions: { keepDefaultValues: true } }),
    reValidateMode: "onChange",
    // `Form` knows which fields are in sight.
    shouldFocusError: false,
  });
  // React Hook Form tracks dirty fields only if they are read.
  const { isDirty, isSubmitSuccessful, dirtyFields: _kept } = form.formState;
  const forget = () => {
    setRestored(false);
    if (draftKey) clearDraft(draftKey);
  };
  const release = useUnsavedGuard(isDirty && !isSubmitSuccessful, { leaves, discard: forget });
  const secrets = secret.join();
  useEffect(() => {
    if (!draftKey) return;
    return form.subscribe({
      formState: { values: true, isDirty: true },
      callback: ({ values, isDirty: dirty, name }) => {
        // Without a name the whole form was reset: there is nothing new to keep.
        if (name && dirty) writeDraft(draftKey, values, secrets.split(","));
      },
    });
  }, [form, draftKey, secrets]);
  return Object.assign({}, form, {
    formState: form.formState,
    restored,
    changedOf: (values: z.output<S>) =>
      Object.fromEntries(
        Object.entries(values).filter(([name]) => form.getFieldState(name as Path<z.input<S>>).isDirty),
      ) as Partial<z.output<S>>,
    settle() {
      release();
      forget();
    },
    discardDraft() {
      forget();
      form.reset(defaultValues as z.input<S>);
    },
  });
}
