/** How a client stands to one newsletter; PENDING has not confirmed yet. */
export const newsletterStates = ["PENDING", "SUBSCRIBED", "UNSUBSCRIBED"] as const;
export type NewsletterState = (typeof newsletterStates)[number];
/** How a client stands to newsletters as a whole [F54]. */
export const newsletterStatuses = ["NEVER", ...newsletterStates] as const;
