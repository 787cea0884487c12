import type { CustomValue } from "@clientela/shared/custom-fields/types";

/**
 * What the values of a choice are called, for clients hold values that never change (ADR 12). A value that is not named
 * here is called what it is.
 */
export interface Naming {
  /** The option that a value stands for; null: taken away. */
  stored: Record<string, string | null>;
  /** The value that is written for an option with several. */
  written: Record<string, string>;
}

interface Choice extends Naming {
  options: readonly string[];
}

/** Whether any value is not simply called what it is. */
export const isRenamed = ({ stored }: Pick<Naming, "stored">): boolean => Object.keys(stored).length > 0;

/** The option that a value stands for, or null when that was taken away. */
export const optionOfValue = ({ stored }: Pick<Naming, "stored">, value: string): string | null =>
  Object.hasOwn(stored, value) ? (stored[value] as string | null) : value;

/** All values that stand for an option. */
export function valuesOfOption({ stored }: Pick<Naming, "stored">, option: string): string[] {
  const named = Object.keys(stored).filter((value) => stored[value] === option);
  return named.length > 0 || Object.hasOwn(stored, option) ? named : [option];
}

/** A stored value as people read it; null when nothing of it is left. */
export function shownValue(field: Choice, value: CustomValue): CustomValue | null {
  if (!isRenamed(field)) return value;
  if (!Array.isArray(value)) return optionOfValue(field, String(value));
  const named = new Set(value.map((one) => optionOfValue(field, one)));
  const kept = field.options.filter((option) => named.has(option));
  return kept.length > 0 ? kept : null;
}

/** A value as people write it in the form that clients hold; the one from before where it means the same. */
export function storedValue(field: Choice, given: CustomValue, before: CustomValue | undefined): CustomValue {
  if (!isRenamed(field)) return given;
  if (before !== undefined && JSON.stringify(shownValue(field, before)) === JSON.stringify(given)) return before;
  return Array.isArray(given) ? given.map((option) => writtenValue(field, option)) : writtenValue(field, String(given));
}

/** What values are called when an option is renamed. */
export function renamed(field: Naming, from: string, to: string): Naming {
  const { [from]: _, ...written } = field.written;
  return { stored: pointed(field, from, to), written: { ...written, [to]: writtenValue(field, from) } };
}

/** What values are called when an option is taken away for another, or for nothing. */
export function replaced(field: Naming, option: string, by: string | null): Naming {
  const { [option]: _, ...written } = field.written;
  const stored = pointed(field, option, by);
  if (by === null) return { stored, written };
  const kept = writtenValue(field, by);
  return { stored: { ...stored, [kept]: by }, written: { ...written, [by]: kept } };
}

/** What values are called when options are added: one whose name is another's value gets a value of its own. */
export function withOptions({ stored, written }: Naming, options: readonly string[]): Naming {
  const after = { ...stored };
  for (const option of options) {
    if (valuesOfOption({ stored: after }, option).length > 0) continue;
    let number = 2;
    while (Object.hasOwn(after, `${option} ${number}`) || options.includes(`${option} ${number}`)) number++;
    after[`${option} ${number}`] = option;
  }
  return { stored: after, written };
}

const pointed = ({ stored }: Naming, option: string, to: string | null) => ({
  ...stored,
  ...Object.fromEntries(valuesOfOption({ stored }, option).map((value) => [value, to])),
});

const writtenValue = ({ stored, written }: Naming, option: string): string =>
  (Object.hasOwn(written, option) ? written[option] : valuesOfOption({ stored }, option)[0]) ?? option;
