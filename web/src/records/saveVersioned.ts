import { codeOf } from "../apollo/errors.ts";
import { ConflictLeft } from "../feedback/problem.ts";
import { askWhichStays, pageOnScreen } from "./conflicts.ts";

/** How a kind of record is saved that several people change; `V` has its changeable values by name. */
export interface Versioned<R, V extends object> {
  valuesOf: (record: R) => V;
  /** Sends changed values with the version of the record they belong to, and answers the record as saved. */
  send: (base: R, changed: Partial<V>) => Promise<R>;
  /** The record as it is now, or null where it is gone. */
  reread: (record: R) => Promise<R | null | undefined>;
  /** Names whose values belong together for a person, as a day and its time: a change of one is a change of all. */
  together?: readonly string[];
  /** Whether two values are the same, where that is not plain. */
  same?: (one: unknown, other: unknown) => boolean;
  /** The name of a value in the question, and the value as text. */
  labelOf: (name: keyof V & string) => string;
  textOf: (name: keyof V & string, values: Partial<V>) => string;
}

/** A colleague may save again while the person chooses; beyond this something else is wrong. */
const attempts = 4;

/**
 * Saves changed values of a record. Other values that others changed stay. If both changed the same value, the person
 * chooses.
 * @returns the record as saved
 * @throws what the server refused, or ConflictLeft
 */
export async function saveVersioned<R, V extends object>(
  kind: Versioned<R, V>,
  record: R,
  changed: Partial<V>,
): Promise<R> {
  const begunOn = pageOnScreen.get();
  let base = record;
  let mine = differing(kind, changed, kind.valuesOf(base));
  for (let attempt = 1; Object.keys(mine).length > 0; attempt += 1) {
    try {
      return await kind.send(base, mine);
    } catch (error) {
      const theirs = codeOf(error) === "CONFLICT" && attempt < attempts ? await kind.reread(base) : null;
      if (!theirs || pageOnScreen.get() !== begunOn) throw error;
      mine = await chosen(kind, base, theirs, mine);
      base = theirs;
    }
  }
  return base;
}

/** One's own values that are still to be saved on top of the other person's. */
async function chosen<R, V extends object>(kind: Versioned<R, V>, base: R, theirs: R, mine: Partial<V>) {
  const { together = [], labelOf, textOf } = kind;
  const now = kind.valuesOf(theirs);
  const changed = namesOf(differing(kind, now, kind.valuesOf(base)));
  const touched = changed.some((name) => together.includes(name)) ? [...changed, ...together] : changed;
  const left = differing(kind, mine, now);
  // In the record's own order, which forms show it in.
  const clashing = namesOf(now).filter((name) => name in left && touched.includes(name));
  if (clashing.length === 0) return left;
  const fields = clashing.map((name) => ({
    key: name,
    label: labelOf(name),
    theirs: textOf(name, now),
    mine: textOf(name, mine),
  }));
  const kept = await askWhichStays(fields);
  if (kept === null) throw new ConflictLeft();
  return pick(left, (name) => !kept.includes(name));
}

/** Those of the values that another record does not hold. */
function differing<R, V extends object>({ same = sameValue }: Versioned<R, V>, values: Partial<V>, other: Partial<V>) {
  return pick(values, (name) => !same(values[name], other[name]));
}

const namesOf = <V extends object>(values: Partial<V>) => Object.keys(values) as (keyof V & string)[];
const pick = <V extends object>(values: Partial<V>, wanted: (name: keyof V & string) => boolean) =>
  Object.fromEntries(Object.entries(values).filter(([name]) => wanted(name as keyof V & string))) as Partial<V>;

/** Nothing and an empty text are the same; records are the same by their ids. */
const sameValue = (one: unknown, other: unknown): boolean =>
  JSON.stringify(comparable(one)) === JSON.stringify(comparable(other));

function comparable(value: unknown): unknown {
  if (value === undefined || value === "") return null;
  if (Array.isArray(value)) return value.map(comparable);
  return typeof value === "object" && value !== null && "id" in value ? value.id : value;
}
