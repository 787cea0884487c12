// How the server and its commands are started: by `npm`, by tests, journeys, screens and the bench.
import { join } from "node:path";
import { root } from "./processes.mjs";

const nodeArgs = ["--enable-source-maps"];

/** The environment of the product's own process, whatever its starter's says. */
export const environment = { NODE_ENV: "production" };

/**
 * The built server as a program to start, with arguments of its own.
 * @param {string[]} args
 */
export const serverProgram = (args = []) => programOf("main.js", args);

/**
 * The built commands as a program: `backup`, `restore` or `password`, and what follows it.
 * @param {string[]} args
 */
export const commandProgram = (args) => programOf("command.js", args);

/** @param {string} name @param {string[]} args */
function programOf(name, args) {
  return { command: process.execPath, args: [...nodeArgs, join(root, "server", "dist", name), ...args] };
}

const ofTheMachine = /^(PATH|HOME|TMPDIR|TZ|LANG|LANGUAGE|LC_\w+|LD_PRELOAD|FAKETIME\w*|NODE_OPTIONS)$/;

/**
 * The environment of a server that is tried out: the machine's, the product's, and openly what is set for the trial.
 * The tests must not reach the DATABASE_URL or SMTP_URL of the person who runs them.
 * @param {Record<string, string>} settings
 * @returns {Record<string, string | undefined>}
 */
export const trialEnvironment = (settings) => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => ofTheMachine.test(name))),
  ...environment,
  ...settings,
});
