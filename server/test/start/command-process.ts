import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";

const server = fileURLToPath(new URL("../..", import.meta.url));

/** How a command ended and what it said. */
export interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a command to its end, as `npm run NAME -- ARGUMENTS` does. */
export function runCommand(args: string[], variables: Record<string, string>): Promise<Outcome> {
  return new Promise((resolve) => {
    const env = { PATH: process.env.PATH, LOG_LEVEL: "warn", ...variables };
    execFile(
      process.execPath,
      ["--import", "tsx", "src/command.ts", ...args],
      { cwd: server, env },
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code ?? 1) : 0, stdout, stderr }),
    );
  });
}
