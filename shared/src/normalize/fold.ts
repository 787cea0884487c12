/**
 * Marks that are ignored when texts are compared: accents, vowel points that may be left out, and invisible characters.
 * A mark that makes another letter stays, as in the Cyrillic й.
 */
const ACCENTS = new RegExp(
  [
    "(?<![\\u0400-\\u052F])\\u0306",
    "(?<![\\u0400-\\u0414\\u0416-\\u0434\\u0436-\\u052F])\\u0308",
    "(?<![ГгКк])\\u0301",
    "(?<![ИиУу])\\u0304",
    "[\\u0300\\u0302\\u0303\\u0305\\u0307\\u0309-\\u036F\\u0483-\\u0487\\u1AB0-\\u1ACE\\u1DC0-\\u1DFF\\u20D0-\\u20F0\\uFE20-\\uFE2F]",
    "[\\u0591-\\u05BD\\u05BF\\u05C1\\u05C2\\u05C4\\u05C5\\u05C7\\u0610-\\u061A\\u0640\\u064B-\\u065F\\u0670\\u06D6-\\u06DC\\u06DF-\\u06E4\\u06E7\\u06E8\\u06EA-\\u06ED\\u0711\\u0730-\\u074A\\u08CA-\\u08E1\\u08E3-\\u08FF]",
    "[\\u00AD\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFE00-\\uFE0F\\uFEFF\\uFFF9-\\uFFFB]",
    "[\\u{E0100}-\\u{E01EF}]",
  ].join("|"),
  "gu",
);

/** Letters and signs that stand for others where these are meant or typed. */
const SIGNS = "øđðłıħŧŋς‐‒–—―−‘’‚‛ʼʻ“”„‟«»⁄٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹";
const MEANT = `oddlihtnσ------''''''""""""/01234567890123456789`;
const meant = new Map<string, string>([
  ...[...SIGNS].map((sign, place): [string, string] => [sign, MEANT[place] as string]),
  ["ß", "ss"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["þ", "th"],
]);
const OTHER = new RegExp(`[${[...meant.keys()].join("")}]`, "gu");

/** Letters of scripts that put no spaces between words, with the marks that belong to them. */
const UNSPACED =
  / *([\u0E01-\u0E30\u0E32\u0E33\u0E40-\u0E46\u0E81-\u0EB0\u0EB2\u0EB3\u0EBD\u0EC0-\u0EC6\u0EDC-\u0EDF\u1000-\u102A\u103F\u1050-\u1055\u1780-\u17B3\u3005-\u3007\u3021-\u3029\u3041-\u3096\u309D-\u309F\u30A1-\u30FA\u30FC-\u30FF\u3105-\u312F\u31A0-\u31BF\u31F0-\u31FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA48C\uAC00-\uD7A3\uF900-\uFAFF\u{20000}-\u{323AF}](?:[\u0E31\u0E34-\u0E3A\u0E47-\u0E4E\u0EB1\u0EB4-\u0EBC\u0EC8-\u0ECE\u102B-\u103E\u1056-\u1059\u17B6-\u17D3\u17DD\u3099\u309A])*) */gu;

/**
 * A text as it is searched and compared: lower case, without accents, letters of compatibility (`ｱ`, `ﬁ`, `Ａ`) as the
 * usual ones. In scripts without spaces each letter is a word of its own, so that an index finds any two of them. The
 * database's `fold()` does exactly the same; a test compares both over all of Unicode.
 */
export function foldText(text: string): string {
  const plain = text
    .normalize("NFKD")
    .replace(ACCENTS, "")
    .toLowerCase()
    .replace(OTHER, (sign) => meant.get(sign) as string)
    .normalize("NFC");
  const spaced = plain.replace(UNSPACED, " $1 ");
  return spaced === plain ? plain : spaced.replace(/ {2,}/g, " ").replace(/^ | $/g, "");
}
