// `npm start`: builds what is out of date and runs the server, which prints where it is, again if it breaks down.
import { BuildError, buildAll } from "./build.mjs";
import { keepRunning } from "./keep-running.mjs";
import { isStopping, root, start, stopTogether } from "./processes.mjs";
import { environment, serverProgram } from "./product.mjs";

stopTogether(0);
try {
  await buildAll(console.log);
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  if (!isStopping()) {
    console.error(`${error.output}\n${error.message}`);
    process.exit(1);
  }
}
if (!isStopping()) {
  const { command, args } = serverProgram(process.argv.slice(2));
  const env = { ...process.env, ...environment };
  const launch = () => start(command, args, { cwd: root, env, stdio: ["inherit", "inherit", "inherit", "ipc"] });
  const say = (msg) => {
    const entry = { level: "error", time: new Date().toISOString(), pid: process.pid, msg };
    console.error(process.stderr.isTTY ? msg : JSON.stringify(entry));
  };
  process.exitCode = await keepRunning(launch, { isStopping, say });
  if (!isStopping()) process.exit();
}
