export const files = {
  count_one: "{{count}} file",
  count_other: "{{count}} files",
  label: "Files of the client",
  upload: "Upload files",
  dropHere: "Drop the files here",
  empty: "There are no files yet",
  emptyHint: "Drag them here or upload them with the button. What you attach to an activity appears as well.",
  attached: "From an activity",
  download: "Download {{name}}",
  delete: "Delete {{name}}",
  deleted: "File deleted: {{name}}",
  more: "Show more files",
} as const;
