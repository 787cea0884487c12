/** A reason not to start that a person can act on: its message is printed as one sentence, without a stack. */
export class StartError extends Error {
  override readonly name = "StartError";
}

/**
 * What a step of the start brings.
 * @throws StartError when it takes longer
 */
export async function inTime<T>(waitingFor: string, seconds: number, step: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(new StartError(`It waited ${seconds} seconds for ${waitingFor}, in vain.`)),
    seconds * 1000,
  );
  try {
    return await Promise.race([step, late]);
  } finally {
    clearTimeout(timer);
  }
}
