// How the server is started: by `npm start`, by tests, journeys, screens and the bench.
import { join } from "node:path";
import { root } from "./processes.mjs";

const nodeArgs = ["--enable-source-maps"];
const main = join(root, "server", "dist", "main.js");

/** The environment of the product's own process, whatever its starter's says. */
export const environment = { NODE_ENV: "production" };

/**
 * The built server as a program to start, with arguments of its own.
 * @param {string[]} args
 */
export const serverProgram = (args = []) => ({ command: process.execPath, args: [...nodeArgs, main, ...args] });

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
