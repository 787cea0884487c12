import { execFile } from "node:child_process";
import { commandProgram, trialEnvironment } from "../../../scripts/product.mjs";

/** How a command ended and what it said. */
export interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a command to its end, as `npm run NAME -- ARGUMENTS` does; test/setup.ts has built it. */
export function runCommand(words: string[], variables: Record<string, string>): Promise<Outcome> {
  const { command, args } = commandProgram(words);
  const env = trialEnvironment({ LOG_LEVEL: "warn", ...variables });
  return new Promise((resolve) => {
    execFile(command, args, { env }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code ?? 1) : 0, stdout, stderr }),
    );
  });
}
