let owner = "nobody";

/** Names the owner of drafts from now on: the next person who signs in in this tab does not find them. */
export function setDraftOwner(userId: string): void {
  owner = userId;
}

const storageKey = (key: string) => `clientela.draft.${owner}.${key}`;

/** The unsaved input of a form, kept in this tab: neither a crash nor a sign-out loses it. */
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
