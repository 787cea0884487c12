/** What a record holds under a key that somebody chose: `constructor` is no value of every object. */
export const valueUnder = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** Keys that mean something to JavaScript, and so to libraries that read paths of keys. */
export const isReservedKey = (key: string): boolean => key in {} || key === "prototype";
