export const tags = {
  pick: "Choose or create tags",
  remove: "Remove the tag {{name}}",
  create: "Create “{{name}}”",
  failed: "The tag could not be created: {{reason}}",
} as const;
