let owner = "nobody";

/** Names whose drafts are read and written from now on: whoever signs in next in this tab does not find them. */
export function setDraftOwner(userId: string): void {
  owner = userId;
}

const storageKey = (key: string) => `clientela.draft.${owner}.${key}`;

/** What was typed into a form and not saved yet, kept in this tab so that neither a crash nor a sign-out loses it. */
export function readDraft(key: string): Record<string, unknown> | undefined {
  try {
    const stored = sessionStorage.getItem(storageKey(key));
    return stored ? (JSON.parse(stored) as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a form's values, except those that are secret. */
export function writeDraft(key: string, values: Record<string, unknown>, secret: readonly string[]): void {
  const kept = Object.fromEntries(Object.entries(values).filter(([name]) => !secret.includes(name)));
  try {
    sessionStorage.setItem(storageKey(key), JSON.stringify(kept));
  } catch {
    // Storage may be full or switched off: the form itself still holds everything.
  }
}

export const clearDraft = (key: string): void => sessionStorage.removeItem(storageKey(key));
