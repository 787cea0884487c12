import { type DateFilter, readDateFilter, writeDateFilter } from "../components/dateFilter.ts";

/** A value in the address: its parameter, and how it stands there. An absent parameter means `read([])`. */
export interface Param<T> {
  name: string;
  /** Reads all values of the parameter; a value that is not understood is left out. */
  read: (values: readonly string[]) => T;
  /** The opposite of `read`; nothing for the value that an absent parameter means. */
  write: (value: T) => readonly string[];
}

/** What a page shows, as its address says it. */
export interface UrlState<S> {
  read: (params: URLSearchParams) => S;
  /** A copy of the parameters with the state in it; other parameters, such as an open panel, stay as they are. */
  write: (params: URLSearchParams, state: S) => URLSearchParams;
}

/** Makes a state of the address of its parameters. */
export function urlState<S extends object>(parts: { [K in keyof S]: Param<S[K]> }): UrlState<S> {
  const entries = Object.entries(parts) as [keyof S, Param<unknown>][];
  return {
    read: (params) => Object.fromEntries(entries.map(([key, { name, read }]) => [key, read(params.getAll(name))])) as S,
    write: (params, state) => {
      const next = new URLSearchParams(params);
      for (const [key, { name, write }] of entries) {
        const [first, ...more] = write(state[key]);
        if (first === undefined) next.delete(name);
        else next.set(name, first);
        for (const value of more) next.append(name, value);
      }
      return next;
    },
  };
}

const written = (value: string): string[] => (value === "" ? [] : [value]);

/** Any text. */
export const text = (name: string): Param<string> => ({ name, read: ([value = ""]) => value, write: written });

/** One value or none; where they are named, one of those. */
export const one = <T extends string = string>(name: string, known?: readonly T[]): Param<T | null> => ({
  name,
  read: ([value]) => (value && isKnown(value, known) ? value : null),
  write: (value) => written(value ?? ""),
});

/** Several values, none of them empty; where they are named, some of those. */
export const many = <T extends string = string>(name: string, known?: readonly T[]): Param<T[]> => ({
  name,
  read: ([value = ""]) =>
    value
      .split(",")
      .map(withComma)
      .filter((each): each is T => each !== "" && isKnown(each, known)),
  write: (values) => written(values.map(withoutComma).join(",")),
});

/** A word that stands in the address or does not. */
export const flag = (name: string, word: string): Param<boolean> => ({
  name,
  read: ([value]) => value === word,
  write: (set) => (set ? [word] : []),
});

/** A stretch of time. */
export const dateRange = (name: string): Param<DateFilter | null> => ({
  name,
  read: ([value]) => readDateFilter(value ?? null),
  write: (value) => written(writeDateFilter(value)),
});

/** An order of rows. */
interface Order<Field> {
  field: Field;
  direction: "ASC" | "DESC";
}

/** An order by a field under its name in the address; a minus before it turns it round. The usual order is not written. */
export const order = <Field extends string>(
  name: string,
  fields: Readonly<Record<string, Field>>,
  usual: Order<Field>,
): Param<Order<Field>> => ({
  name,
  read: ([value = ""]) => {
    const [, minus, key = ""] = /^(-?)(.*)$/s.exec(value) ?? [];
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
    return field === undefined ? usual : { field, direction: minus ? "DESC" : "ASC" };
  },
  write: ({ field, direction }) => {
    if (field === usual.field && direction === usual.direction) return [];
    const key = Object.keys(fields).find((each) => fields[each] === field) ?? "";
    return [direction === "DESC" ? `-${key}` : key];
  },
});

const isKnown = <T extends string>(value: string, known: readonly T[] | undefined): value is T =>
  known === undefined || (known as readonly string[]).includes(value);

/** A value may have a comma of its own, as in `Washington, D. C.`. */
const withoutComma = (value: string) => value.replaceAll("%", "%25").replaceAll(",", "%2C");
const withComma = (value: string) => value.replaceAll("%2C", ",").replaceAll("%25", "%");
