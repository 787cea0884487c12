// Runs the tests as on another machine: at another time, in another zone and language, with other work on every core.
// node scripts/test-anywhere.mjs --at 2027-12-31T23:58:00 --tz Pacific/Kiritimati --lang tr_TR.UTF-8 --load What
// follows `--` runs instead of `npm test`, in this folder.
import { globSync } from "node:fs";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { start, stopTogether } from "./processes.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    at: { type: "string" },
    tz: { type: "string" },
    lang: { type: "string" },
    load: { type: "boolean", default: false },
  },
});
stopTogether(1);
const env = { ...process.env };
if (values.tz) process.env.TZ = env.TZ = values.tz;
if (values.lang) env.LANG = env.LC_ALL = env.LANGUAGE = values.lang;
if (values.at) moveClock(new Date(values.at));
const burners = Array.from({ length: values.load ? availableParallelism() : 0 }, () =>
  start(process.execPath, ["--eval", "for (;;);"], { stdio: "ignore" }),
);
const [command = "npm", ...args] = positionals.length > 0 ? positionals : ["npm", "test"];
start(command, args, { env, stdio: "inherit" }).on("exit", (code) => {
  for (const burner of burners) burner.kill();
  console.log(`${code === 0 ? "Passed" : "Failed"} with ${process.argv.slice(2).join(" ")}`);
  process.exit(code ?? 1);
});

/** Moves the clock of every program started from here, PostgreSQL and the browser too; time goes on from there. */
function moveClock(moment) {
  if (Number.isNaN(moment.getTime())) fail(`--at must be like 2027-12-31T23:58:00, not ${values.at}.`);
  const [library] = process.env.LIBFAKETIME
    ? [process.env.LIBFAKETIME]
    : globSync("/usr/{lib,lib64,local/lib}/**/faketime/libfaketimeMT.so.1");
  if (!library) fail("--at needs libfaketime (apt-get install libfaketime), or LIBFAKETIME set to where it is.");
  const seconds = Math.round((moment - Date.now()) / 1000);
  env.LD_PRELOAD = library;
  env.FAKETIME = `${seconds < 0 ? "" : "+"}${seconds}s`;
  // Timers count how long something takes: that is not moved.
  env.FAKETIME_DONT_FAKE_MONOTONIC = "1";
  // Its way around an error of old C libraries makes Chromium wait for seconds at each step.
  env.FAKETIME_FORCE_MONOTONIC_FIX = "0";
}

function fail(sentence) {
  console.error(sentence);
  process.exit(2);
}
