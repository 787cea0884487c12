/**
 * The words of a search: accents and case ignored, at most eight; a record matches when it has each of them, in any
 * order. A phone number is one word, of its digits, however it was spaced.
 */
export function searchWords(text: string): string[] {
  const digits = text.replace(/\D/g, "");
  if (digits.length >= 3 && /^[\d\s().+/-]+$/.test(text)) return [digits];
  return foldText(text).split(/\s+/).filter(Boolean).slice(0, 8);
}

/** Lower case without accents, as the database's `fold()` does it: `Áñez` → `anez`. */
export const foldText = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
