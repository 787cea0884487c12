/**
 * A form's options after somebody else changed those of its field. Typed and moved options stay. A renamed option is
 * renamed where it stands; new and removed ones come and go at their place.
 * @param before the field's options that the form knew.
 * @param after the field's options now.
 */
export function mergeOptions(typed: readonly string[], before: readonly string[], after: readonly string[]): string[] {
  const gone = before.filter((option) => !after.includes(option));
  const come = after.filter((option) => !before.includes(option));
  const [from] = gone;
  const [to] = come;
  if (from !== undefined && to !== undefined && gone.length === 1 && come.length === 1)
    return unique(typed.map((option) => (option === from ? to : option)));
  const merged = typed.filter((option) => !gone.includes(option));
  for (const option of come) merged.splice(after.indexOf(option), 0, option);
  return unique(merged);
}

const unique = (options: readonly string[]): string[] => [...new Set(options)];
