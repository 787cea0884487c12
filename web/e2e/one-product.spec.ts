import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { howStarted } from "../../scripts/probe.mjs";
import { root } from "../../scripts/processes.mjs";
import { expect, owner, startServer, test } from "./server.ts";

test("journeys and screens use the server as `npm start` starts it, and differ by what is set openly", async () => {
  const launched = await howStarted(async () => {
    await once(spawn(process.execPath, [join(root, "scripts/start.mjs")], { stdio: "inherit" }), "exit");
  });
  const used = await howStarted(() => startServer());
  expect(used.program).toEqual(launched.program);
  expect(used.settings).toEqual({
    ...launched.settings,
    PORT: "0",
    DATA_DIR: expect.any(String),
    OWNER_EMAIL: owner.email,
    OWNER_PASSWORD: owner.password,
  });
});
