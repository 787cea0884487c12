import { contactNeeded, updateClientRules } from "@clientela/shared/clients/rules";
import type { CustomFieldsRules } from "@clientela/shared/custom-fields/rules";
import { problemsOf } from "@clientela/shared/validation";
import { useEffect, useRef, useState } from "react";
import { ConflictLeft, textOfProblem, toastProblem } from "../../../../feedback/problem.ts";
import { textOf } from "../../../../i18n/i18n.ts";
import { useSettings } from "../../../../session/useSession.ts";
import { type ClientRecord, inputOf, type RecordKey, sameUnder, withValue } from "../../clientValues.ts";
import { type Duplicate, duplicateOf } from "../../form/duplicates/duplicate.ts";
import { useSaveClient } from "../saveClient.ts";

interface Edit {
  /** The record when editing began: what a change is compared with. */
  base: ClientRecord;
  /** The value as it was shown then: without typing nothing is saved, however the value is written. */
  begun?: unknown;
  value: unknown;
  problem: string | null;
  duplicate: Duplicate | null;
}

/**
 * Editing one field of a record in place: what is typed stays until it is saved or given up.
 * @param customFields the rules of the business's own fields, where it is one of them
 */
export function useFieldEdit(client: ClientRecord, key: RecordKey, customFields?: CustomFieldsRules) {
  const saveClient = useSaveClient();
  const settings = useSettings();
  const [edit, setEdit] = useState<Edit | null>(null);

  const there = useRef(true);
  useEffect(() => {
    there.current = true;
    return () => {
      there.current = false;
    };
  }, []);

  const begin = (value: unknown) => setEdit({ base: client, begun: value, value, problem: null, duplicate: null });
  const giveUp = () => setEdit(null);

  /** Saves a value; the field opens again, as it was typed, when that is refused. */
  const save = async (value: unknown, base = edit?.base ?? client) => {
    const after = withValue(base, key, value);
    if ((edit && edit.begun === value) || sameUnder(base, after, key)) return giveUp();
    const again = (problem: string | null, duplicate: Duplicate | null = null) =>
      setEdit({ base, value, problem, duplicate });
    const needs = settings ? contactNeeded(settings) : "either";
    const parsed = updateClientRules({ needs, ...(customFields && { customFields }) }).safeParse(inputOf(after, [key]));
    const [wrong] = parsed.success ? [] : problemsOf(parsed.error);
    if (wrong) return again(textOf(wrong));
    giveUp();
    try {
      await saveClient(base, after);
    } catch (error) {
      const duplicate = duplicateOf(error);
      // The field may be folded away or on another tab by now: a refusal is shown where it can be seen and tried again.
      if (!there.current) toastProblem(error, () => void saveClient(base, after).catch((again) => toastProblem(again)));
      else if (error instanceof ConflictLeft) again(null);
      else again(duplicate ? null : textOfProblem(error), duplicate);
    }
  };

  const arrived = edit && !sameUnder(edit.base, client, key);
  return {
    editing: edit !== null,
    value: edit?.value,
    problem: edit?.problem ?? null,
    duplicate: edit?.duplicate ?? null,
    /** Somebody else saved another value while this one was being edited. */
    arrived: Boolean(arrived),
    begin,
    type: (value: unknown) => setEdit((current) => current && { ...current, value, problem: null, duplicate: null }),
    save,
    giveUp,
    /** Goes on editing, knowing of the other value. */
    keepMine: () => setEdit((current) => current && { ...current, begun: undefined, base: client }),
  };
}

export type FieldEdit = ReturnType<typeof useFieldEdit>;
