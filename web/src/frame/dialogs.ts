import { createStore } from "../hooks/createStore.ts";

/** Which of the frame's own dialogs is open. */
export const frameDialog = createStore<"command" | "shortcuts" | null>(null);
