import { useEffect } from "react";
import { frameDialog } from "./dialogs.ts";
import { isTyping } from "./shortcuts.ts";

/** The search field of the page: the input that carries `data-page-search`. */
const pageSearch = () => document.querySelector<HTMLInputElement>("[data-page-search]");

/** Ctrl/Cmd+K, `/` and `?`, everywhere inside the frame. */
export function useFrameKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        frameDialog.set((open) => (open === "command" ? null : "command"));
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      if (event.key === "?") frameDialog.set("shortcuts");
      else if (event.key === "/") {
        const search = pageSearch();
        if (search) search.select();
        else frameDialog.set("command");
      } else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}
