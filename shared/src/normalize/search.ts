/** The words of a search: accents and case ignored, at most eight; a record matches when it has each of them, in any order. */
export const searchWords = (text: string): string[] => foldText(text).split(/\s+/).filter(Boolean).slice(0, 8);

/** Lower case without accents, as the database's `fold()` does it: `Áñez` → `anez`. */
export const foldText = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
