/** What the record, the list and a calendar program say of appointments. */
export const appointments = {
  calendar: "Citas · {{name}}",
  with: "Con: {{names}}",
} as const;
