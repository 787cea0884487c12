import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { addClient, startBusiness } from "./business.ts";

const page = readFileSync(new URL("../../docs/api.md", import.meta.url), "utf8");
const [list, follow] = [...page.matchAll(/```js\n([\s\S]*?)```/g)].map(([, code]) => code as string);

let api: Awaited<ReturnType<typeof startBusiness>>;
let env: Record<string, string>;
let folder: string;
beforeAll(async () => {
  api = await startBusiness();
  const { createApiKey } = await api.owner.ok<{ createApiKey: { secret: string } }>(
    `mutation { createApiKey(input: { name: "Ejemplos", role: ADMIN }) { secret } }`,
  );
  env = { ...(process.env as Record<string, string>), CLIENTELA_URL: api.url, CLIENTELA_KEY: createApiKey.secret };
  folder = await mkdtemp(join(tmpdir(), "clientela-examples-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await api.stop();
});

/** Runs a program of the page as its reader would; `said` is all that it printed so far. */
async function run(name: string, code: string | undefined, more: Record<string, string> = {}) {
  const file = join(folder, `${name}.mjs`);
  await writeFile(file, code ?? "");
  const program = spawn(process.execPath, [file], { env: { ...env, ...more } });
  onTestFinished(() => void program.kill());
  const state = { said: "", failed: "", ended: new Promise<number | null>((resolve) => program.on("exit", resolve)) };
  program.stdout.on("data", (text) => {
    state.said += text;
  });
  program.stderr.on("data", (text) => {
    state.failed += text;
  });
  return state;
}

describe("the programs of docs/api.md", () => {
  it("one reads every client, over several pages, inactive ones too [F232]", async () => {
    await api.pool.query(
      "insert into client (name, status) select 'Cliente ' || n, case when n % 9 = 0 then 'INACTIVE' else 'CLIENT' end::client_status from generate_series(1, 230) n",
    );
    const program = await run("list", list);
    expect([await program.ended, program.failed]).toEqual([0, ""]);
    const names = program.said
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).name);
    expect(new Set(names).size).toBe(230);
    expect(names).toHaveLength(230);
  });

  it("one follows a client's timeline, from what is there to what is written next [F85] [B15]", async () => {
    const id = await addClient(api.owner, { name: "Seguida" });
    const note = (text: string) =>
      api.owner.ok(
        "mutation ($id: ID!, $text: String!) { addTimelineEntry(clientId: $id, input: { description: $text }) { id } }",
        { id, text },
      );
    const program = await run("follow", follow, { CLIENT_ID: id });
    await vi.waitFor(() => expect(program.said).toContain("CLIENT_CREATED"), { timeout: 15_000 });
    await note("<p>Primera</p>");
    await vi.waitFor(() => expect(program.said).toContain("new: NOTE"), { timeout: 15_000 });
    expect(program.failed).toBe("");
    expect(program.said.match(/Primera/g)).toHaveLength(1);
  });
});
