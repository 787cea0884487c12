export const conflict = {
  title: "Somebody else changed the same thing",
  text: "While you were editing, somebody saved another value. Choose which one stays.",
  theirs: "Theirs: {{value}}",
  mine: "Yours: {{value}}",
  nothing: "empty",
  save: "Save the choice",
  cancel: "Back to editing",
  arrived: "Somebody else entered “{{value}}” while you were editing.",
  useTheirs: "Use theirs",
  keepMine: "Keep mine",
} as const;
