// `npm run backup`, `restore` and `password`: builds the server if it is out of date and runs the command of this name.
import { resolve } from "node:path";
import { BuildError, build } from "./build.mjs";
import { isStopping, root, start, stopTogether } from "./processes.mjs";
import { commandProgram, environment } from "./product.mjs";

stopTogether(1);
try {
  await build("server", console.log);
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  if (!isStopping()) {
    console.error(`${error.output}\n${error.message}`);
    process.exit(1);
  }
}
if (!isStopping()) {
  const { command, args } = commandProgram(process.argv.slice(2));
  // npm goes to the repository first: files are named from where the person was.
  const cwd = resolve(process.env.INIT_CWD ?? root);
  const env = { ...process.env, ...environment };
  const child = start(command, args, { cwd, env, stdio: ["inherit", "inherit", "inherit", "ipc"] });
  child.on("exit", (code) => process.exit(code ?? 1));
}
