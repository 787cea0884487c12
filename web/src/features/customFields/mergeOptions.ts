/**
 * The options that a form goes on with when those of its field were changed meanwhile: what was typed and moved in it stays,
 * a renamed option is renamed where it stands, others go or come at their place.
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
