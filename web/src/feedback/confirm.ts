import { createStore } from "../hooks/createStore.ts";

/** What a person is asked before something that is hard to take back. */
export interface Question {
  title: string;
  /** What will happen, in a sentence or two. */
  text?: string;
  /** The verb of the act: «Eliminar», never «Aceptar». */
  confirmLabel: string;
  cancelLabel?: string;
  danger?: boolean;
}

/** The question on screen, with the way to answer it. */
export const openQuestion = createStore<(Question & { answer(yes: boolean): void }) | null>(null);

/** Asks, and answers whether the person went on. */
export function confirm(question: Question): Promise<boolean> {
  openQuestion.get()?.answer(false);
  return new Promise((resolve) => {
    openQuestion.set({
      ...question,
      answer(yes) {
        openQuestion.set(null);
        resolve(yes);
      },
    });
  });
}
