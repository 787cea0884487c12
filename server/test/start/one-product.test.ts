import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { howStarted } from "../../../scripts/probe.mjs";
import { root } from "../../../scripts/processes.mjs";
import { startOurs } from "../../bench/contenders/contender.ts";
import { settings } from "../api.ts";
import { ServerProcess } from "./server-process.ts";

// The launcher builds what is out of date.
vi.setConfig({ testTimeout: 120_000 });

it("what is tested and measured is started as `npm start` starts it, and differs by what is set openly [B14]", async () => {
  const launched = await howStarted(async () => {
    await once(spawn(process.execPath, [join(root, "scripts/start.mjs")], { stdio: "inherit" }), "exit");
  });
  expect(launched.settings).toEqual({ NODE_ENV: "production" });

  const inTests = await howStarted(() => new ServerProcess({}).ended);
  expect(inTests.program).toEqual(launched.program);
  expect(inTests.settings).toEqual({ ...launched.settings, PORT: "0", LOG_LEVEL: "error" });

  const inBench = await howStarted(() => startOurs("postgres://bench", { admin: "", agent: "" }));
  expect(inBench.program).toEqual(launched.program);
  expect(inBench.settings).toEqual({ ...launched.settings, PORT: "0", DATABASE_URL: "postgres://bench" });

  // What tests of the API compose in their own process.
  expect({ NODE_ENV: process.env.NODE_ENV, ...settings }).toEqual({
    ...launched.settings,
    PORT: "0",
    MAX_FILE_MB: "1",
  });
});
