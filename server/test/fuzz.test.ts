import { afterAll, beforeAll, expect, it } from "vitest";
import { createSchema } from "../src/schema.ts";
import { addApiKey, addClient, addPerson, addTag, addTask, addTeam, startBusiness } from "./business.ts";
import { RandomOperations } from "./random-operations.ts";

const lines: string[] = [];
let api: Awaited<ReturnType<typeof startBusiness>>;
beforeAll(async () => {
  api = await startBusiness({ log: { write: (line) => void lines.push(line) } });
});
afterAll(() => api.stop());

/** What must never be read outside: PostgreSQL's and the ORM's words, stacks, paths, raw keys of texts. */
const INSIDE =
  /node_modules|\bat \S+ \(|\.ts:\d+|syntax error at|invalid (input|byte)|violates|relation "|column "|\bselect .+ from\b|"message":"\w+\.\w+"/i;

it("2,500 operations generated from the schema meet no unexpected error, and tell nothing of the inside [Q27]", {
  timeout: 120_000,
}, async () => {
  const { owner } = api;
  const team = await addTeam(owner, "Norte");
  const tag = await addTag(owner, "VIP");
  const agent = await addPerson(owner, "AGENT", "Ana", [team]);
  const clients = [await addClient(owner, { teamId: team, tagIds: [tag] })];
  // Some are deleted on the way.
  for (let i = 0; i < 7; i++) clients.push(await addClient(owner));
  const { addTimelineEntry: entry } = await owner.ok<{ addTimelineEntry: { id: string } }>(
    `mutation ($id: ID!) { addTimelineEntry(clientId: $id, input: { description: "x" }) { id } }`,
    { id: clients[0] },
  );
  const task = await addTask(owner, clients[0] as string);
  const ids = [team, tag, agent.id, entry.id, task, ...clients, ...clients];
  const operations = new RandomOperations(await createSchema(), ids, 20_261_121);
  // A key cannot be signed out by what it does to people.
  const callers = [await addApiKey(owner, "OWNER"), owner, await addApiKey(owner, "AGENT"), api.anonymous];
  const seen: Record<string, number> = {};
  for (let i = 0; i < 2500; i++) {
    const { query, variables } = operations.next();
    const caller = callers[i % 10 === 9 ? 3 : i % 3] as (typeof callers)[number];
    const { status, text, errors } = await caller.gql(query, variables);
    const codes = errors.length > 0 ? errors.map(({ extensions }) => String(extensions?.code)) : ["answered"];
    for (const code of codes) seen[code] = (seen[code] ?? 0) + 1;
    const said = { query, variables, status, codes, inside: INSIDE.exec(text)?.[0] };
    expect(said).toMatchObject({
      status: expect.toSatisfy((known) => known === 200 || known === 400),
      inside: undefined,
    });
    if (codes.includes("INTERNAL")) {
      const cause = lines.findLast((line) => line.includes('"level":"error"'));
      throw new Error(`${JSON.stringify(said)}\n${cause}`);
    }
  }
  // Neither all refused nor all answered: the generator reaches what it is meant to try.
  expect(seen.answered).toBeGreaterThan(400);
  expect(seen.BAD_USER_INPUT).toBeGreaterThan(100);
  expect(seen.NOT_FOUND).toBeGreaterThan(10);
});
