/** Line breaks and controls; NUL is left to be refused. */
const BREAKS = /(?:(?!\0)[\p{Cc}\p{Zl}\p{Zp}])+/gu;
/** Characters never seen in one line: soft hyphens, word joiners, embeddings and isolates of direction, fillers. */
const HIDDEN =
  /[\u034F\u00AD\u180E\u200B\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{1BCA0}-\u{1BCA3}\u{1D173}-\u{1D17A}]/gu;
/** Joiners and marks of direction mean something between two characters, and nothing at an end or beside a Latin letter. */
const LOOSE_JOINERS =
  /^[\u061C\u200C-\u200F\s]+|[\u061C\u200C-\u200F\s]+$|(?<=[\p{sc=Latin}\s])[\u200C\u200D]+|[\u200C\u200D]+(?=[\p{sc=Latin}\s])/gu;
/** The way an emoji is drawn, chosen for what is none, or for nothing. */
const LOOSE_SELECTORS =
  /(?<!\p{Emoji})[\uFE0E\uFE0F]+|(?<![^\s\p{Default_Ignorable_Code_Point}])[\uFE00-\uFE0D\u180B-\u180D\u{E0100}-\u{E01EF}]+/gu;
/** Tags spell out the flags of regions, from a black flag to an end. */
const LOOSE_TAGS = /(\u{1F3F4}[\u{E0020}-\u{E007E}]+\u{E007F})|[\u{E0000}-\u{E007F}]/gu;
/** Blank on the screen, whatever it is called. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{White_Space}\p{Cc}\p{Cf}\u2800]/gu;

/** Whether anything of a text is seen. */
export const isVisible = (text: string): boolean => text.replace(UNSEEN, "") !== "";

/**
 * A text of one line as it is stored: composed (NFC), line breaks and controls as spaces, without invisible characters.
 * It is "" if nothing visible is left. Emoji, and joiners inside words that need them, stay.
 */
export function oneLine(text: string): string {
  const line = text
    .normalize("NFC")
    .replace(BREAKS, " ")
    .replace(HIDDEN, "")
    .replace(LOOSE_TAGS, "$1")
    .replace(LOOSE_SELECTORS, "")
    .replace(LOOSE_JOINERS, "")
    .trim();
  return isVisible(line) ? line : "";
}

/** A text of many lines: trimmed, and "" where nothing is left to see. */
export const manyLines = (text: string): string => (isVisible(text) ? text.trim() : "");

/** An address or number, in which nothing unseen means anything. */
export const withoutUnseen = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, "")
    .replace(BREAKS, " ")
    .trim();
