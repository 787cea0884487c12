export const tags = {
  label: "Tags",
  pick: "Choose or create tags",
  remove: "Remove the tag {{name}}",
  create: "Create “{{name}}”",
  none: "Type to create the first one",
  failed: "The tag could not be created: {{reason}}",
} as const;
