// What `npm start` and `npm test` build before they run anything: a step is skipped while what it reads is the same.
import { createHash } from "node:crypto";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { isStopping, root, run, tool } from "./processes.mjs";
import { environment } from "./product.mjs";

const stamps = join(root, "node_modules", ".clientela-build");
const COMMON = ["pnpm-lock.yaml", "tsconfig.base.json", "shared/src", "shared/package.json"];

const steps = {
  schema: {
    title: "the GraphQL schema",
    reads: [...COMMON, "server/src", "server/scripts", "server/tsconfig.json"],
    makes: () => ["schema.graphql"],
    command: [tool("server", "tsx"), ["scripts/emit-schema.ts"], { cwd: join(root, "server") }],
  },
  codegen: {
    title: "the admin's types",
    reads: ["pnpm-lock.yaml", "schema.graphql", "codegen.yml", "codegen", "shared/src/clients/fields.ts", "web/src"],
    only: /\.graphql$|^codegen|^pnpm|^shared/,
    makes: () => [
      "web/src/generated/schema.ts",
      ...documents().map((file) => file.replace(/graphql$/, "generated.ts")),
    ],
    command: [tool("", "graphql-codegen"), ["--config", "codegen.yml"], {}],
  },
  web: {
    title: "the admin",
    // What is generated is known by what it is generated from.
    reads: [
      ...COMMON,
      ...["schema.graphql", "codegen.yml", "codegen"],
      ...["web/src", "web/public", "web/index.html", "web/graphiql.html", "web/vite.config.ts", "web/package.json"],
    ],
    makes: () => ["web/dist/index.html"],
    command: [tool("web", "vite"), ["build", "--logLevel", "warn"], { cwd: join(root, "web") }],
  },
  server: {
    title: "the server",
    reads: [...COMMON, "server/src", "server/migrations", "server/tsconfig.json", "server/vite.config.ts"],
    makes: () => ["server/dist/main.js", "server/dist/command.js"],
    command: [tool("server", "vite"), ["build", "--logLevel", "warn"], { cwd: join(root, "server") }],
  },
};

/** Brings the schema, the types, the admin and the server up to date; `say` hears what is being built. */
export async function buildAll(say) {
  const inOrder = async (...names) => {
    for (const name of names) await build(name, say);
  };
  await Promise.all([inOrder("schema", "codegen", "web"), inOrder("server")]);
}

/**
 * Brings one step's products up to date.
 * @throws BuildError with what the step said
 */
export async function build(name, say) {
  const { title, makes, command } = steps[name];
  const stamp = join(stamps, name);
  const sources = hashSources(name);
  const complete = () => makes().every((path) => existsSync(join(root, path)));
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === sources && complete()) return;
  if (isStopping()) return;
  try {
    accessSync(root, constants.W_OK);
  } catch {
    throw new BuildError(title, `${root} cannot be written by this user: start it once as its owner.`);
  }
  say(`Building ${title}`);
  rmSync(stamp, { force: true });
  const [program, args, options] = command;
  const { code, output } = await run(program, args, { ...options, env: { ...process.env, ...environment } });
  if (code !== 0) throw new BuildError(title, output);
  mkdirSync(stamps, { recursive: true });
  writeFileSync(stamp, sources);
}

/** A step that failed: `output` is all that it said. */
export class BuildError extends Error {
  constructor(title, output) {
    super(`Building ${title} failed.`);
    this.output = output;
  }
}

function hashSources(name) {
  const { reads, only } = steps[name];
  const hash = createHash("sha256").update(JSON.stringify(steps[name].command));
  for (const path of reads.flatMap(filesOf).filter((file) => (only ? only.test(file) : true))) {
    hash
      .update(path)
      .update("\0")
      .update(readFileSync(join(root, path)));
  }
  return hash.digest("hex");
}

/** Tests change no product, and a product is no source of itself. */
function filesOf(path) {
  const absolute = join(root, path);
  if (!existsSync(absolute)) return [];
  if (!statSync(absolute).isDirectory()) return [path];
  return readdirSync(absolute, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$|\.generated\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((file) => !file.startsWith("web/src/generated/"))
    .sort();
}

const documents = () => filesOf("web/src").filter((file) => file.endsWith(".graphql"));
