/** The query of a record's page whose timeline shows only what is about one of its people [F110]. */
export function timelineOfContact(params: URLSearchParams, contactId: string): URLSearchParams {
  const next = new URLSearchParams(params);
  next.delete("tab");
  next.set("about", contactId);
  return next;
}
