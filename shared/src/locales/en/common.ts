export const common = {
  loading: "Loading",
  close: "Close",
  cancel: "Cancel",
  save: "Save",
  retry: "Try again",
  undo: "Undo",
  delete: "Delete",
  edit: "Edit",
  copy: "Copy",
  copied: "Copied",
  moreFailed: "Could not load more.",
  refreshFailed: "This may be out of date: it could not be read again.",
  you: "you",
} as const;

export const form = {
  discard: "Discard",
  restored: "We kept what you had typed.",
  unsavedTitle: "Leave without saving?",
  unsavedText: "What you typed will be lost.",
  keepEditing: "Keep editing",
  saveKeys: "Ctrl + Enter",
  capsLock: "Caps Lock is on",
  showPassword: "Show the password",
  hidePassword: "Hide the password",
  open: "Open the list",
  clear: "Clear",
  noMatch: "Nothing matches",
} as const;

export const problem = {
  unknown: "Something failed. Try again",
  unreachable: "Not saved: the server cannot be reached. What you typed is still here",
  notLoaded: "Could not load",
  offline: "No connection to the server. Trying again…",
} as const;
