import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "../../../hooks/createStore.ts";
import { useCustomFields } from "../../../hooks/useCustomFields.ts";
import type { RecordKey } from "../clientValues.ts";
import { recordLabelOf, recordTextOf } from "../fieldTexts.ts";
import { type ConflictQuestion, conflictQuestions, leaveConflicts } from "../saveClient.ts";
import { ConflictChoice } from "./ConflictChoice.tsx";

/** Asks which value stays where two people changed the same field of a record. */
export function ConflictDialog() {
  const [question] = useStore(conflictQuestions);
  useEffect(() => leaveConflicts, []);
  return question && <Choice key={question.id} question={question} />;
}

function Choice({ question: { theirs, mine, keys, answer } }: { question: ConflictQuestion }) {
  const { i18n } = useTranslation();
  const { fields } = useCustomFields();
  const shown = keys.map((key) => ({
    key,
    label: recordLabelOf(key, mine.taxProfile.country, fields),
    theirs: recordTextOf(i18n.language, theirs, key),
    mine: recordTextOf(i18n.language, mine, key),
  }));
  return <ConflictChoice fields={shown} onAnswer={(kept) => answer(kept as RecordKey[] | null)} />;
}
