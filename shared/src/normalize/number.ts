const formats = new Map<string, Intl.NumberFormat>();

/** Digits as they are, without groups: a text to edit, in which nothing can be taken for something else. */
function editFormat(locale: string): Intl.NumberFormat {
  const known = formats.get(locale) ?? new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 20 });
  formats.set(locale, known);
  return known;
}

const decimalOf = (locale: string): string =>
  editFormat(locale)
    .formatToParts(0.5)
    .find(({ type }) => type === "decimal")?.value ?? ".";

/**
 * Reads a number as people write it: `12,5`, `1.234,5`, `1 234.5`. Answers decimal text (`1234.5`), or null if it is no
 * number. A comma or point that could part thousands or decimals is read as in the locale. Any other has only one
 * possible meaning.
 */
export function readNumber(text: string, locale: string): string | null {
  const [, sign = "", body = "", exponent = ""] =
    /^([+\-−]?)\s*([\d.,'’\s]+)(e[+-]?\d+)?$/i.exec(text.trim().replace(/^−/, "-")) ?? [];
  const read = readBody(body.trim().replace(/[’\s]/g, "'"), locale);
  return read === null ? null : `${sign === "-" ? "-" : ""}${read}${exponent.toLowerCase()}`;
}

function readBody(body: string, locale: string): string | null {
  const marks = [...body.replace(/\d/g, "")];
  const last = marks.at(-1);
  if (last === undefined) return body || null;
  const decimal = last !== "'" && isDecimal(body, last, marks, locale) ? last : undefined;
  const [whole = "", fraction = "", ...more] = decimal ? body.split(decimal) : [body];
  const [group, ...others] = new Set(whole.replace(/\d/g, ""));
  if (more.length > 0 || others.length > 0 || /\D/.test(fraction)) return null;
  if (group && !isGrouped(whole, group)) return null;
  const digits = group ? whole.replaceAll(group, "") : whole;
  if (!digits && !fraction) return null;
  return fraction ? `${digits || "0"}.${fraction}` : digits;
}

/** Whether the last mark parts decimals: the locale's own does, and the other where it cannot part thousands. */
function isDecimal(body: string, last: string, marks: readonly string[], locale: string): boolean {
  const times = marks.filter((mark) => mark === last).length;
  if (times > 1) return false;
  return marks.length > 1 || last === decimalOf(locale) || !isGrouped(body, last);
}

/** Thousands: one to three digits without a zero before them, then three each. */
const isGrouped = (text: string, mark: string): boolean => {
  const [first = "", ...rest] = text.split(mark);
  return /^[1-9]\d{0,2}$/.test(first) && rest.every((group) => /^\d{3}$/.test(group));
};

/** A number, or decimal text, as one would write it in the locale, without groups; another text as it is. */
export function writeNumber(value: unknown, locale: string): string {
  const text = String(value ?? "");
  const isNumber = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(text) && Number.isFinite(Number(text));
  return isNumber ? editFormat(locale).format(text as Intl.StringNumericLiteral) : text;
}
