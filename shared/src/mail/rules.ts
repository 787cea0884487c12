/** What an e-mail is about. */
export const messageKinds = ["INVITATION", "PASSWORD_RESET", "PASSWORD_CHANGED", "NOTIFICATION"] as const;
export type MessageKind = (typeof messageKinds)[number];

/** What became of an e-mail; `KEPT` was never to leave, for no mail server was configured. */
export const messageStates = ["QUEUED", "SENDING", "SENT", "FAILED", "KEPT", "CANCELLED"] as const;
export type MessageState = (typeof messageStates)[number];
