/** The first and the last day of a month that is given by its first (`2026-11-01`). */
export function daysOfMonth(month: string): { from: string; to: string } {
  const end = new Date(`${month}T00:00:00Z`);
  end.setUTCMonth(end.getUTCMonth() + 1, 0);
  return { from: month, to: end.toISOString().slice(0, 10) };
}
