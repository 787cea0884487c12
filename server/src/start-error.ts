import { within } from "./core/within.ts";

/** A reason not to start that a person can act on: its message is printed as one sentence, without a stack. */
export class StartError extends Error {
  override readonly name = "StartError";
}

/**
 * What a step of the start brings.
 * @throws StartError when it takes longer
 */
export const inTime = <T>(waitingFor: string, seconds: number, step: Promise<T>): Promise<T> =>
  within(seconds * 1000, step, () => new StartError(`It waited ${seconds} seconds for ${waitingFor}, in vain.`));
