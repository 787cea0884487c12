import { createStore } from "../hooks/createStore.ts";

/** A short message at the foot of the window, with at most one action such as «Deshacer». */
export interface Toast {
  id: number;
  text: string;
  severity: "info" | "error";
  action?: { label: string; run: () => void };
}

let lastId = 0;
const limit = 3;

/** The toasts on screen, oldest first. */
export const toasts = createStore<Toast[]>([]);

/** Shows a toast; errors stay until closed, others for a few seconds. */
export function toast(text: string, options: { severity?: Toast["severity"]; action?: Toast["action"] } = {}): void {
  lastId += 1;
  const shown: Toast = { id: lastId, text, severity: options.severity ?? "info", action: options.action };
  toasts.set((current) => [...current, shown].slice(-limit));
}

export const closeToast = (id: number): void => toasts.set((current) => current.filter((each) => each.id !== id));
