import { createStore } from "../hooks/createStore.ts";

/** What two people changed, each value as text. */
interface ConflictingField {
  key: string;
  label: string;
  theirs: string;
  mine: string;
}

export interface ConflictQuestion {
  id: number;
  fields: readonly ConflictingField[];
  /** Answers the question: the fields for which the other person's value stays. Null goes back to editing. */
  answer(keepTheirs: readonly string[] | null): void;
}

/** The conflicts to be decided, one after the other; ConflictDialog shows the first. */
export const conflictQuestions = createStore<readonly ConflictQuestion[]>([]);

/** Stands for the page on screen: a save that was begun on another one asks nothing. */
export const pageOnScreen = createStore({});

let lastId = 0;

/** Asks which of two values of each field stays; null if the person goes back to editing. */
export function askWhichStays(fields: readonly ConflictingField[]): Promise<readonly string[] | null> {
  return new Promise((resolve) => {
    lastId += 1;
    const question: ConflictQuestion = {
      id: lastId,
      fields,
      answer(keepTheirs) {
        conflictQuestions.set((questions) => questions.filter((other) => other !== question));
        resolve(keepTheirs);
      },
    };
    conflictQuestions.set((questions) => [...questions, question]);
  });
}

/** Goes back to editing in every open question, so that no save waits for an answer that cannot come. */
export function leaveQuestions(): void {
  for (const { answer } of conflictQuestions.get()) answer(null);
}

/** The page is left, or the person is gone: its open questions are answered, and its later saves ask nothing. */
export function leavePage(): void {
  pageOnScreen.set({});
  leaveQuestions();
}
