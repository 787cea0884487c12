/** A copy of the list with one item at another place; null where there is no such place, or it is there already. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] | null {
  const item = items[from];
  if (item === undefined || from === to || to < 0 || to >= items.length) return null;
  return items.toSpliced(from, 1).toSpliced(to, 0, item);
}
