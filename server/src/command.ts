import "reflect-metadata";
import { backup } from "./commands/backup/backup.ts";
import { restore } from "./commands/backup/restore.ts";
import { password } from "./commands/password.ts";
import { readEnv } from "./env.ts";
import { createLog } from "./log.ts";
import { StartError } from "./start-error.ts";

const commands = { backup, restore, password };

/** The entry of `npm run backup`, `restore` and `password`: work on a business's data beside its server, or without. */
async function main([name, ...args]: string[]): Promise<void> {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stop.abort());
  process.on("disconnect", () => stop.abort());
  try {
    const env = readEnv(process.env, []);
    await commands[name as keyof typeof commands]({ env, args, log: createLog(env.logLevel), signal: stop.signal });
    process.exit(0);
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

await main(process.argv.slice(2));
