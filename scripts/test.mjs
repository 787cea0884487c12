// `npm test`: proves everything, prints each failure in full, and ends with the slowest tests and the count.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BuildError, build } from "./build.mjs";
import { checkFeatures } from "./features.mjs";
import { isStopping, root, run, stopTogether, tool } from "./processes.mjs";
import { readReport } from "./test-reports.mjs";

/** What keeps a suite from running, as a sentence. */
class TestError extends Error {}

/** As many programs at once as the smallest machine we care for has cores. */
const AT_ONCE = 2;

/** Few enough to be read each time. */
const SLOWEST = 10;

const reports = mkdtempSync(join(tmpdir(), "clientela-reports-"));
process.on("exit", () => rmSync(reports, { recursive: true, force: true }));
stopTogether(1);

const started = Date.now();
const passed = { passed: 1, failed: 0, skipped: 0 };
const failed = { passed: 0, failed: 1, skipped: 0 };

/**
 * In the order in which they start when nothing they come after is missing: first what the server's tests need, which
 * take longest; quick answers come beside them.
 */
const jobs = [
  check("schema.graphql is what the server says", schemaIsCurrent),
  check("build of the server", () => runBuild("server")),
  check("types generated for the admin", () => runBuild("codegen"), "schema.graphql is what the server says"),
  check("build of the admin", () => runBuild("web"), "types generated for the admin"),
  // Some start the product, by `npm start` too, which would build it beside our builds.
  suite("server", "vitest", { needs: ["build of the server", "build of the admin"] }),
  check("lint and import boundaries", () => runCheck(tool("", "biome"), ["check", "--error-on-warnings"], root)),
  check("docs/FEATURES.md is what the tests say", featuresAreCurrent),
  check("types of shared", () => runTypes("shared")),
  check("types of server", () => runTypes("server")),
  check("types of web", () => runTypes("web"), "types generated for the admin"),
  suite("shared", "vitest"),
  suite("web", "vitest", { needs: ["types generated for the admin"], prepare: needChromium }),
  suite("web", "playwright", {
    needs: ["build of the server", "build of the admin"],
    // Its browsers and servers keep the machine busy enough by themselves.
    after: ["server tests", "web tests"],
    prepare: needChromium,
  }),
];

await runJobs();
printSlowest();
const sum = (what) => jobs.reduce((total, job) => total + job.counts[what], 0);
console.log(`\n${Math.round((Date.now() - started) / 1000)} s`);
const skipped = sum("skipped") ? `, ${sum("skipped")} skipped` : "";
console.log(`${sum("passed")} passed, ${sum("failed")} failed${skipped}`);
process.exit(sum("failed") ? 1 : 0);

/** A check counts as one test: `prove` answers { ok, output }. */
function check(title, prove, ...needs) {
  return {
    title,
    needs,
    after: [],
    run: async () => {
      const { ok, output } = await prove();
      return { counts: ok ? passed : failed, output };
    },
  };
}

/** The tests of one package, run by vitest or playwright, counted from the runner's own report. */
function suite(folder, runner, { needs = [], after = [], prepare = () => {} } = {}) {
  const title = runner === "vitest" ? `${folder} tests` : "journeys in the browser";
  return {
    title,
    needs,
    after,
    run: async () => {
      const report = join(reports, `${folder}-${runner}.json`);
      const args =
        runner === "vitest"
          ? ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`]
          : ["test", "--reporter=list,json"];
      await prepare();
      const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
      const { code, output } = await run(tool(folder, runner), args, { cwd: join(root, folder), env });
      const { counts, tests, problem } = readReport(runner, report, code);
      return { counts, tests, output: problem ? `${output}\n${problem}` : output };
    },
  };
}

/** Starts each job as soon as those it needs or comes after are over and a place is free. */
async function runJobs() {
  const running = new Set();
  for (let waiting = [...jobs]; waiting.length || running.size; ) {
    const isOver = (title) => jobFor(title).counts;
    const next = running.size < AT_ONCE && waiting.find((job) => [...job.needs, ...job.after].every(isOver));
    if (!next) {
      await Promise.race(running);
      continue;
    }
    waiting = waiting.filter((job) => job !== next);
    const ended = runJob(next).then(() => running.delete(ended));
    running.add(ended);
  }
}

function jobFor(title) {
  return jobs.find((job) => job.title === title);
}

async function runJob(job) {
  const begun = Date.now();
  const missing = job.needs.find((title) => jobFor(title).counts.failed);
  let result;
  try {
    if (missing) throw new TestError(`Not run: it needs the ${missing}.`);
    result = await job.run();
  } catch (error) {
    result = { counts: failed, output: error instanceof TestError ? error.message : error.stack };
  }
  // Asked to stop: what a program that was stopped says of its tests is not worth reading.
  if (isStopping()) return new Promise(() => {});
  job.counts = result.counts;
  job.tests = result.tests ?? [];
  const seconds = ((Date.now() - begun) / 1000).toFixed(1);
  const many = job.counts.passed + job.counts.failed;
  const details = many > 1 ? `${many} in ${seconds} s` : `${seconds} s`;
  console.log(`${job.counts.failed ? "✗" : "✓"} ${job.title} (${details})`);
  if (job.counts.failed) console.log(`\n${result.output.trimEnd()}\n`);
}

/** What takes the time, so that whoever adds a test sees what it costs. */
function printSlowest() {
  const tests = jobs.flatMap((job) => job.tests).sort((one, other) => other.seconds - one.seconds);
  if (tests.length) console.log("\nThe slowest:");
  for (const { file, title, seconds } of tests.slice(0, SLOWEST)) {
    console.log(`${seconds.toFixed(1).padStart(6)} s  ${file}: ${title}`.slice(0, 120));
  }
}

/** The server may have learnt something that the committed file does not say; the file is then written anew. */
async function schemaIsCurrent() {
  const file = join(root, "schema.graphql");
  const before = readFileSync(file, "utf8");
  const { ok, output } = await runCheck(tool("server", "tsx"), ["scripts/emit-schema.ts"], join(root, "server"));
  if (!ok || readFileSync(file, "utf8") === before) return { ok, output };
  return { ok: false, output: "schema.graphql was not what the server says. It is now: look at it and commit it." };
}

async function featuresAreCurrent() {
  const problems = checkFeatures();
  return { ok: problems.length === 0, output: problems.join("\n") };
}

function runTypes(folder) {
  return runCheck(tool(folder, "tsc"), ["-p", "."], join(root, folder));
}

async function runCheck(command, args, cwd) {
  const { code, output } = await run(command, args, { cwd });
  return { ok: code === 0, output: output || `It ended with ${code}.` };
}

async function runBuild(name) {
  try {
    await build(name, () => {});
    return { ok: true, output: "" };
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    return { ok: false, output: error.output };
  }
}

/** @throws TestError when web/chromium.ts finds none and Playwright has none of its own */
async function needChromium() {
  const { chromium } = await import("../web/chromium.ts");
  const playwright = createRequire(join(root, "web", "package.json"))("playwright");
  const path = chromium.executablePath ?? playwright.chromium.executablePath();
  if (existsSync(path)) return;
  throw new TestError(
    `There is no Chromium at ${path}. Install one (pnpm --filter @clientela/web exec playwright install chromium) or ` +
      "set CHROMIUM_PATH to where it is.",
  );
}
