import { codeOf } from "../apollo/errors.ts";

/** The person went back to editing instead of choosing; what was typed is still theirs to keep. */
export class ConflictLeft extends Error {}

interface Saving<R, C extends object> {
  /** Sends what was changed, for the version of the record it is put on. */
  send: (base: R, changed: Partial<C>) => Promise<unknown>;
  /** The record as it is now, or null where it is gone. */
  reread: () => Promise<R | null | undefined>;
  /** The fields that differ in two versions of the record. */
  differing: (base: R, theirs: R) => readonly string[];
  /** Asks which of the other person's values stay; null goes back to editing. */
  ask: (theirs: R, fields: readonly string[], changed: Partial<C>) => Promise<readonly string[] | null>;
}

const attempts = 4;

/**
 * Saves changed fields of a record that others change too. What they changed of other fields stays; where both changed
 * the same one the person chooses.
 * @throws what the server refused, or ConflictLeft
 */
export async function saveOnLatest<R, C extends object>(record: R, changed: C, saving: Saving<R, C>): Promise<void> {
  const { send, reread, differing, ask } = saving;
  let [base, mine] = [record, changed as Partial<C>];
  for (let attempt = 1; ; attempt += 1) {
    try {
      await send(base, mine);
      return;
    } catch (error) {
      const theirs = codeOf(error) === "CONFLICT" && attempt < attempts ? await reread() : null;
      if (!theirs) throw error;
      const clashing = differing(base, theirs).filter((field) => field in mine);
      const kept = clashing.length > 0 ? await ask(theirs, clashing, mine) : [];
      if (kept === null) throw new ConflictLeft();
      mine = Object.fromEntries(Object.entries(mine).filter(([field]) => !kept.includes(field))) as Partial<C>;
      if (Object.keys(mine).length === 0) return;
      base = theirs;
    }
  }
}

/** The names of what two records of values hold differently; nothing and an empty text are the same. */
export const differingKeys = (one: object, other: object): string[] => {
  const text = (value: unknown) => JSON.stringify(value === "" ? null : (value ?? null));
  return Object.entries(one).flatMap(([key, value]) =>
    text(value) === text((other as Record<string, unknown>)[key]) ? [] : [key],
  );
};
