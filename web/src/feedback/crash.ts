import { useTranslation } from "react-i18next";
import { connection } from "../apollo/connection.ts";
import { isUnreachable, refusalsOf } from "../apollo/errors.ts";
import { useStore } from "../hooks/createStore.ts";

const codeGone = /dynamically imported module|module script|preload CSS/i;

/** What a person is told of an error that broke a page or a part of it, and whether trying again may help. */
export function useCrashTexts(error: unknown): { title: string; explanation: string; message?: string } {
  const { t } = useTranslation();
  const message = error instanceof Error ? error.message : String(error);
  const gone = codeGone.test(message);
  const lost = useStore(connection) === "lost";
  // Chromium says "failed to fetch" of code, too, that a server which answers does not have any more.
  if (gone ? lost : isUnreachable(error)) return { title: t("crash.offline"), explanation: t("crash.explainOffline") };
  if (gone) return { title: t("crash.outdated"), explanation: t("crash.explainOutdated") };
  return { title: t("crash.title"), explanation: t("crash.explain"), message };
}

/** One fault in a list would be told once for each of its rows. */
const MAX_TOLD = 5;
const told = new Set<string>();

/** Places in our own code, as browsers write them into a stack: no word of them is a person's. */
const placesIn = (stack = ""): string[] =>
  [...stack.matchAll(/\/((?:assets|src)\/[\w./-]+:\d+:\d+)/g)].map(([, place = ""]) => place).slice(0, 12);

/** The address without what tells whose page it is. */
const pageOf = (path: string): string => path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/gi, ":id").slice(0, 100);

/**
 * Tells the server's log that the admin's code broke: where, and never what was on the page. Refusals and a lost
 * connection are no fault of the code.
 */
export function tellCrash(error: unknown, part: string): void {
  if (!(error instanceof Error) || refusalsOf(error) || isUnreachable(error) || codeGone.test(error.message)) return;
  const crash = { part, page: pageOf(location.pathname), error: error.name, places: placesIn(error.stack) };
  const text = JSON.stringify(crash);
  if (told.size >= MAX_TOLD || told.has(text)) return;
  told.add(text);
  fetch("/crashes", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: text,
    keepalive: true,
    credentials: "omit",
  }).catch(() => undefined);
}
