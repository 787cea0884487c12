import { type ExecutionResult, execute, parse, validate } from "graphql";
import type pg from "pg";
import { pino } from "pino";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Context } from "../src/context.ts";
import { executorOf } from "../src/core/read/execute.ts";
import { countResolved } from "../src/core/read/fixture.ts";
import { Reader } from "../src/core/read/reader.ts";
import { translatorOf } from "../src/core/text.ts";
import type { Viewer } from "../src/core/viewer.ts";
import { teamsOf, type UserRow, usersOf } from "../src/modules/people/people.references.ts";
import { loadDemo } from "../src/modules/set-up/demo/demo.ts";
import { createSchema } from "../src/schema.ts";
import { startBusiness } from "./business.ts";
import { RandomOperations } from "./random-operations.ts";

const OPERATIONS = 500;

let api: Awaited<ReturnType<typeof startBusiness>>;
beforeAll(async () => {
  api = await startBusiness();
  await loadDemo(api.core);
  await usersOf(api.core).refresh();
  await teamsOf(api.core).refresh();
});
afterAll(() => api.stop());

it("500 generated queries get the answer that graphql-js gives, to the byte", { timeout: 60_000 }, async () => {
  const { core } = api;
  const usual = await createSchema();
  const own = await createSchema();
  const byGraphql = countResolved(own);
  const executor = executorOf(own);
  const { rows } = await core.pool.query<{ id: string }>(
    `select id from app_user union all select id from team union all select id from tag
     union all (select id from client limit 20) union all (select id from timeline_entry limit 10)
     union all (select id from task limit 5)`,
  );
  const ids = rows.map(({ id }) => id);
  const operations = new RandomOperations(usual, ids, 20_261_127, true);
  const viewers = [viewerWith("OWNER"), viewerWith("AGENT")] as const;
  const seen = { answered: 0, refused: 0, whole: 0 };
  for (let i = 0; i < OPERATIONS; i++) {
    const { query, variables } = operations.next();
    const document = parse(query);
    if (validate(usual, document).length > 0) continue;
    core.reader = new Reader(readingOnce(core.pool));
    const run = () => ({ document, variableValues: variables, contextValue: contextOf(viewers[i % 2] as Viewer) });
    const expected = await execute({ ...run(), schema: usual });
    const before = byGraphql();
    const answer = await executor({ ...run(), schema: own });
    expect({ query, variables, text: textOf(answer) }).toEqual({ query, variables, text: textOf(expected) });
    if (expected.errors) seen.refused++;
    else seen.answered++;
    if (!expected.errors && byGraphql() === before) seen.whole++;
  }
  // Neither all refused nor all answered, and what is answered seldom by graphql-js.
  expect(seen.refused).toBeGreaterThan(50);
  expect(seen.answered).toBeGreaterThan(200);
  expect(seen.whole).toBeGreaterThan(seen.answered * 0.8);
});

/** Both ways see one moment of the database. */
function readingOnce(pool: pg.Pool): pg.Pool {
  const known = new Map<string, unknown>();
  const query = (statement: { text: string; values: unknown[] }) => {
    const key = JSON.stringify([statement.text, statement.values]);
    if (!known.has(key)) known.set(key, pool.query(statement));
    return known.get(key);
  };
  return { query } as unknown as pg.Pool;
}

function viewerWith(role: Viewer["role"]): Viewer {
  const { id, teamIds } = usersOf(api.core)
    .list()
    .find((user) => user.role === role) as UserRow;
  const all = role !== "AGENT";
  return {
    kind: "user",
    userId: id,
    role,
    teamIds,
    seesAllClients: all,
    seesContactData: all,
    locale: all ? "es" : "en",
    country: "ES",
  };
}

const contextOf = (viewer: Viewer): Context => ({
  core: api.core,
  viewer,
  credential: null,
  become: async () => {},
  translate: translatorOf(viewer.locale),
  locale: viewer.locale,
  log: pino({ level: "silent" }),
  requestId: "",
  caller: { ip: "", userAgent: null },
  http: undefined,
});

/** With the cause of each error, of which clients are told nothing. */
const textOf = ({ errors, ...answer }: ExecutionResult) =>
  JSON.stringify([answer, errors?.map((error) => [error, error.originalError?.message])]);
