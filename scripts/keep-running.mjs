// What `npm start` does when the server ends without having been asked to.
import { setTimeout as sleep } from "node:timers/promises";

const firstWait = 1_000;
const longestWait = 60_000;
/** A server that has served for so long has got over what ended the one before it. */
const recoveredAfter = 600_000;
/** Starts in a row that did not get as far as serving. */
const mostFailures = 5;

/**
 * Runs the server until it ends as it wants to, and answers its exit code. One that served and then was killed or broke
 * down, by memory that ran out for example, is started again, each time later. What fails before it serves for the first time is not
 * repeated: its reason would be the same.
 * @param {() => import("node:child_process").ChildProcess} launch
 * @param {{ isStopping: () => boolean, say: (line: string) => void, wait?: (ms: number) => Promise<unknown> }} options
 * @returns {Promise<number>}
 */
export async function keepRunning(launch, { isStopping, say, wait = sleep }) {
  let delay = firstWait;
  let failures = 0;
  let everServed = false;
  for (;;) {
    const { served, code, signal } = await runOnce(launch());
    everServed ||= served > 0;
    failures = served > 0 ? 0 : failures + 1;
    if (served > recoveredAfter) delay = firstWait;
    if (code === 0 || isStopping() || !everServed || failures >= mostFailures) return code ?? 1;
    say(`Clientela ended unasked (${signal ?? `code ${code}`}); it is started again in ${delay / 1000} s.`);
    await wait(delay);
    if (isStopping()) return code ?? 1;
    delay = Math.min(delay * 2, longestWait);
  }
}

/** @param {import("node:child_process").ChildProcess} server */
function runOnce(server) {
  return new Promise((resolve) => {
    let since = Number.POSITIVE_INFINITY;
    server.on("message", (message) => {
      if (message === "serving") since = Date.now();
    });
    server.on("exit", (code, signal) => resolve({ served: Math.max(0, Date.now() - since + 1), code, signal }));
  });
}
