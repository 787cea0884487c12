/** Looked up again every minute, while somebody can see it. */
export const whileSeen = { pollInterval: 60_000, skipPollAttempt: () => document.hidden };
