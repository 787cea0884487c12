// The programs a script runs: they end with it, however it ends.
import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), "..");

const children = new Set();
let stopping = false;

/** A program of a package's node_modules ("" is the repository itself). */
export const tool = (folder, name) => join(root, folder, "node_modules", ".bin", name);

/** Starts a program that is told to stop when this script is; options as of `spawn`. */
export function start(command, args, options) {
  const child = spawn(command, args, { cwd: root, ...options });
  children.add(child);
  child.on("close", () => children.delete(child));
  return child;
}

/** Runs a program to its end and answers its exit code (1 when it could not start) and all that it said. */
export function run(command, args, options) {
  return new Promise((resolve) => {
    const child = start(command, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        output += text;
      });
    }
    child.on("error", (error) => {
      children.delete(child);
      resolve({ code: 1, output: error.message });
    });
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Whether this script was asked to stop; what its programs end with then says nothing about them. */
export const isStopping = () => stopping;

/**
 * From now on a signal, or the end of our launcher, stops our programs first and then us. Our exit code is what
 * `exitCode` answers.
 */
export function stopTogether(exitCode) {
  const stop = () => {
    if (stopping) return;
    stopping = true;
    const ended = [...children].map((child) => new Promise((resolve) => child.on("close", resolve)));
    for (const child of children) child.kill("SIGTERM");
    Promise.all(ended).then(() => process.exit(exitCode));
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
  process.on("disconnect", stop);
}
