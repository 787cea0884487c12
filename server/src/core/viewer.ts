/** The viewer: built once per request, it decides what is seen. */
export interface Viewer {
  kind: "user" | "apiKey" | "system";
  userId: string;
  role: "OWNER" | "ADMIN" | "AGENT";
  teamIds: string[];
  seesAllClients: boolean;
  seesContactData: boolean;
  locale: string;
  /** The business's, whose telephone numbers need no prefix. */
  country: string | null;
}

/** The proof that a caller shows: a session's token from the cookie, or an API key. */
export interface Credential {
  kind: "session" | "apiKey";
  secret: string;
}

/**
 * Everything about a viewer that may change the text of a statement. The person and their teams are bound as values.
 */
export const viewerShape = (viewer: Viewer): string =>
  `${viewer.kind} ${viewer.role} ${viewer.seesAllClients} ${viewer.seesContactData}`;
