/** How many rows of a list are answered: when nobody says, and at most. */
export const pageSize = { usual: 50, most: 100 };

/** The server counts no further: among a million rows that would take seconds. */
export const countedUpTo = 10_000;
