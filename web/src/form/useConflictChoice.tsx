import { useState } from "react";
import { ConflictChoice, type ConflictingField } from "./ConflictChoice.tsx";

interface Question {
  fields: readonly ConflictingField[];
  answer: (keepTheirs: string[] | null) => void;
}

/** Asks a person which of two values of a field stays; the dialog is to be shown by whoever asks. */
export function useConflictChoice() {
  const [question, setQuestion] = useState<Question | null>(null);
  const ask = (fields: readonly ConflictingField[]) =>
    new Promise<string[] | null>((resolve) => {
      setQuestion({
        fields,
        answer: (kept) => {
          setQuestion(null);
          resolve(kept);
        },
      });
    });
  return { ask, dialog: question && <ConflictChoice fields={question.fields} onAnswer={question.answer} /> };
}
