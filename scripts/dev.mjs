// `pnpm dev`: the server restarts and the admin reloads as their files change; types follow the schema and the documents.
import { watch } from "node:fs";
import { join } from "node:path";
import { BuildError, build } from "./build.mjs";
import { root, start, stopTogether, tool } from "./processes.mjs";

const ADMIN = "http://localhost:5173";
const QUIET_MS = 200;

stopTogether(0);
await generate();
follow("server/src", /\.ts$/);
follow("web/src", /\.graphql$/);
follow("shared/src/clients", /^fields\.ts$/);
const port = process.env.PORT || "4000";
const server = { ...process.env, PORT: port, PUBLIC_URL: process.env.PUBLIC_URL || ADMIN };
const watched = ["--watch", "--watch-preserve-output", "--import", "tsx", "src/main.ts", ...process.argv.slice(2)];
start(process.execPath, watched, { cwd: join(root, "server"), env: server, stdio: "inherit" });
const admin = { ...process.env, CLIENTELA_SERVER: `http://127.0.0.1:${port}` };
start(tool("web", "vite"), ["--strictPort"], { cwd: join(root, "web"), env: admin, stdio: "inherit" });

/** A schema or document that does not compile yet is said and left for the next change. */
async function generate() {
  try {
    await build("schema", console.log);
    await build("codegen", console.log);
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    console.error(`${error.output}\n${error.message}`);
  }
}

/** Generates when a file whose name matches has changed and all has been quiet for a moment. */
function follow(folder, names) {
  let timer;
  watch(join(root, folder), { recursive: true }, (_event, file) => {
    if (!file || !names.test(file)) return;
    clearTimeout(timer);
    timer = setTimeout(generate, QUIET_MS);
  });
}
