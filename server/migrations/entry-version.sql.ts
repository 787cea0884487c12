/** Grows with each change of a manual entry, so that two people's changes of one are noticed. */
export const entryVersion = `
alter table timeline_entry add column version integer not null default 1;
`;
