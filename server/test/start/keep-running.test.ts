import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it, vi } from "vitest";
import { keepRunning } from "../../../scripts/keep-running.mjs";

vi.setConfig({ testTimeout: 60_000 });
const folder = mkdtempSync(join(tmpdir(), "clientela-keep-"));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs these programs as the server, one after the other; `serve` tells that requests are answered. */
async function run(programs: string[], isStopping = () => false) {
  let launched = 0;
  const waits: number[] = [];
  const said: string[] = [];
  const serve = "const serve = () => new Promise((done) => process.send('serving', done));";
  const launch = () =>
    spawn(
      process.execPath,
      ["--max-old-space-size=16", "--input-type=module", "-e", `${serve} ${programs[launched++] ?? "throw 0"}`],
      {
        cwd: tmpdir(),
        stdio: ["ignore", "ignore", "ignore", "ipc"],
      },
    );
  const code = await keepRunning(launch, {
    isStopping,
    say: (line) => said.push(line),
    wait: async (ms) => void waits.push(ms),
  });
  return { code, launched, waits, said };
}
const outOfMemory = "await serve(); const kept = []; for (;;) kept.push(new Array(1e5).fill(Math.random()));";
const crash = "await serve(); process.abort();";
const asked = "await serve(); process.exit(0);";

it("a server whose memory ran out is started again, which is told", async () => {
  const { code, launched, said } = await run([outOfMemory, asked]);
  expect([code, launched]).toEqual([0, 2]);
  expect(said).toEqual([expect.stringMatching(/^Clientela ended unasked \(SIG\w+\); it is started again in 1 s\.$/)]);
});

it("each time later", async () => {
  const { waits } = await run([...Array(8).fill(crash), asked]);
  expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
});

it("what fails before it serves is not repeated, nor what was asked to stop", async () => {
  expect(await run(["process.exit(1);", asked])).toMatchObject({ code: 1, launched: 1, said: [] });
  expect(await run([crash, asked], () => true)).toMatchObject({ code: 1, launched: 1, said: [] });
});

it("a server that cannot start any more after it broke down is given up", async () => {
  const { code, launched } = await run([crash, ...Array(20).fill("process.exit(3);")]);
  expect([code, launched]).toEqual([3, 6]);
});
