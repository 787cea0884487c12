/** What the record, the list and a calendar program say of appointments. */
export const appointments = {
  calendar: "Appointments · {{name}}",
  with: "With: {{names}}",
} as const;
