/** A record's query with the history of one of its fields open. */
export function historySearch(params: URLSearchParams, field: string): URLSearchParams {
  const next = new URLSearchParams(params);
  next.set("history", field);
  next.delete("asOf");
  return next;
}
