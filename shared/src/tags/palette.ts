/** The colours of tags, by name: quiet, and distinct in both themes. */
export const tagColors = {
  blue: "#5b6ee1",
  teal: "#2f8f9d",
  green: "#3c8f5a",
  olive: "#8a7d2e",
  orange: "#b0672b",
  red: "#b0485a",
  pink: "#b0568f",
  purple: "#8b54a8",
  brown: "#7d6350",
  grey: "#64748b",
} as const;

export type TagColorName = keyof typeof tagColors;
export const tagColorNames = Object.keys(tagColors) as TagColorName[];

/** The colour of a new tag: its name decides, so that the same word looks the same everywhere. */
export function colorOfNewTag(name: string): string {
  const sum = [...name.toLowerCase()].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  return tagColors[tagColorNames[sum % tagColorNames.length] ?? "grey"];
}
