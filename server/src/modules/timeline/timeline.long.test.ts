import pg from "pg";
// @ts-expect-error pg has no types for its own way of writing values
import { prepareValue } from "pg/lib/utils.js";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { addClient, addPerson, startBusiness } from "../../../test/business.ts";

const COUNT = 100_000;
/** So many entries happened in each moment, so that every page ends amid a tie. */
const TIED = 7;

interface Page {
  edges: { cursor: string; node: { id: string } }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean };
  totalCount?: number;
}
const PAGE = `query ($id: ID!, $filter: TimelineFilter, $first: Int, $after: String, $last: Int, $before: String) {
  client(id: $id) { timeline(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
    edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage } } } }`;
const COUNTED = PAGE.replace("edges", "totalCount edges");

let api: Awaited<ReturnType<typeof startBusiness>>;
let client: string;
let author: string;
let contact: string;
/** All of them, latest first, as PostgreSQL sorts them. */
let ids: string[];

beforeAll(async () => {
  api = await startBusiness();
  client = await addClient(api.owner);
  author = (await addPerson(api.owner, "AGENT", "Ana")).id;
  ({
    addContact: { id: contact },
  } = await api.owner.ok<{ addContact: { id: string } }>(
    'mutation ($id: ID!) { addContact(clientId: $id, input: { name: "Luz" }) { id } }',
    { id: client },
  ));
  // The rare ones lie 1,000 apart. Other clients have as much, together, and people of their own.
  await api.pool.query(
    `with others as (insert into client (name) select 'Otro ' || n from generate_series(1, 20) n returning id),
     theirs as (insert into contact (client_id, name) select others.id, 'Sol' from others, generate_series(1, 20) returning id, client_id),
     owner as (
       select $1::uuid as id, $3::uuid as contact_id, 1 as every
       union all select client_id, (array_agg(id))[1], 20 from theirs group by client_id)
     insert into timeline_entry (client_id, kind, automatic, actor_id, contact_id, occurred_at, description)
     select owner.id, case when n % 1000 = 0 then 'CALL' else 'NOTE' end, false,
       case when n % 1000 = 1 then $2::uuid end, case when n % 1000 = 2 then owner.contact_id end,
       timestamptz '2026-01-01' - (n / ${TIED}) * interval '1 minute',
       '<p>' || case when n % 1000 = 3 then 'Azulejo' else 'Nota' end || ' ' || n || '</p>'
     from generate_series(1, $4::int) n, owner where n % owner.every = 0`,
    [client, author, contact, COUNT],
  );
  await api.pool.query("analyze timeline_entry");
  const { rows } = await api.pool.query<{ id: string }>(
    "select id from timeline_entry where client_id = $1 order by occurred_at desc, id desc",
    [client],
  );
  ids = rows.map(({ id }) => id);
}, 120_000);
afterAll(() => api.stop());

async function read(variables: object, query = PAGE): Promise<Page> {
  const { client: found } = await api.owner.ok<{ client: { timeline: Page } }>(query, { id: client, ...variables });
  return found.timeline;
}
const idsOf = ({ edges }: Page) => edges.map(({ node }) => node.id);

interface Plan {
  "Node Type": string;
  "Relation Name"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  Plans?: Plan[];
}

/** What one reading sent, and how PostgreSQL reads the ledger for it with the plan that serves all values. */
async function cost(variables: object, query = PAGE): Promise<{ statements: number; nodes: string[]; rows: number }> {
  const spy = vi.spyOn(pg.Client.prototype, "query");
  await read(variables, query);
  const sent = spy.mock.calls.map(([asked]) => asked as unknown as { text?: string; values?: unknown[] });
  spy.mockRestore();
  // What follows the ledger is not part of the reading.
  const reads = sent.filter(({ text }) => text?.includes("timeline_entry") && !text.includes("pg_current_snapshot"));
  const { text, values } = reads.at(-1) as { text: string; values: unknown[] };
  const connection = new pg.Client(api.databaseUrl);
  await connection.connect();
  try {
    await connection.query("set plan_cache_mode = force_generic_plan");
    await connection.query(`prepare asked as ${text}`);
    const literals = values.map((value) =>
      value === null || value === undefined ? "null" : pg.escapeLiteral(String(prepareValue(value))),
    );
    const { rows } = await connection.query<{ "QUERY PLAN": [{ Plan: Plan }] }>(
      `explain (analyze, format json) execute asked${literals.length ? `(${literals.join()})` : ""}`,
    );
    const scans = scansOf((rows[0] as { "QUERY PLAN": [{ Plan: Plan }] })["QUERY PLAN"][0].Plan);
    return {
      statements: reads.length,
      nodes: [...new Set(scans.map((scan) => scan["Node Type"]))],
      rows: scans.reduce(
        (sum, scan) => sum + (scan["Actual Rows"] + (scan["Rows Removed by Filter"] ?? 0)) * scan["Actual Loops"],
        0,
      ),
    };
  } finally {
    await connection.end();
  }
}
const scansOf = (plan: Plan): Plan[] => [
  ...(plan["Relation Name"] === "timeline_entry" ? [plan] : []),
  ...(plan.Plans ?? []).flatMap(scansOf),
];

/** A cursor in the middle of all, which a filter by date leads to at once. */
const middle = async () => {
  const day = "2025-12-27";
  const [edge] = (await read({ first: 1, filter: { occurredAt: { to: day } } })).edges;
  return { cursor: edge?.cursor as string, place: ids.indexOf(edge?.node.id as string) };
};

describe("a timeline of 100,000 entries, seven in each moment [F85]", () => {
  it("is read to its end page by page, each entry once", async () => {
    const seen: string[] = [];
    for (let after: string | undefined; ; ) {
      const page = await read({ first: 100, after });
      seen.push(...idsOf(page));
      after = page.edges.at(-1)?.cursor;
      if (!page.pageInfo.hasNextPage) break;
    }
    expect(seen).toEqual(ids);
  }, 120_000);

  it("is read backwards from its end, and from the middle in both directions", async () => {
    const last = await read({ last: 100 });
    expect(idsOf(last)).toEqual(ids.slice(-100));
    const former = await read({ last: 100, before: last.edges[0]?.cursor });
    expect(idsOf(former)).toEqual(ids.slice(-200, -100));
    const { cursor, place } = await middle();
    expect(place).toBeGreaterThan(COUNT / 3);
    expect(idsOf(await read({ first: 50, after: cursor }))).toEqual(ids.slice(place + 1, place + 51));
    expect(idsOf(await read({ last: 50, before: cursor }))).toEqual(ids.slice(place - 50, place));
  });

  it("costs the same on any page: one statement, by the index, no more rows than are shown", async () => {
    const { cursor } = await middle();
    const end = (await read({ last: 1 })).edges[0]?.cursor;
    const places = [
      { first: 30 },
      { first: 30, after: cursor },
      { last: 30 },
      { last: 30, before: cursor },
      { last: 30, before: end },
      { first: 30, filter: { occurredAt: { from: "2025-12-01", to: "2025-12-20" } } },
    ];
    for (const place of places) {
      const { statements, nodes, rows } = await cost(place);
      expect([place, statements, nodes]).toEqual([place, 1, ["Index Scan"]]);
      expect(rows).toBeLessThanOrEqual(31 + TIED);
    }
  });

  it("counts no further than what is told", async () => {
    expect((await read({ first: 30 }, COUNTED)).totalCount).toBe(10_001);
    expect((await cost({ first: 30 }, COUNTED)).rows).toBeLessThanOrEqual(10_001 + 31);
  });
});

describe("filters of a timeline of 100,000 entries [F108] [F109]", () => {
  const rare = {
    "by kind": () => ({ kinds: ["CALL"] }),
    "by author": () => ({ actorIds: [author] }),
    "by text": () => ({ search: "azulejo" }),
  };
  it.each(Object.entries(rare))("%s find each entry once, in order, forwards and backwards", async (_name, filter) => {
    const { edges } = await read({ first: 100, filter: filter() });
    expect(edges).toHaveLength(100);
    const found = edges.map(({ node }) => ids.indexOf(node.id));
    expect(found).toEqual([...found].sort((a, b) => a - b));
    const [first, second] = [await read({ first: 40, filter: filter() }), { first: 60, filter: filter() }];
    const rest = await read({ ...second, after: first.edges.at(-1)?.cursor });
    expect([...idsOf(first), ...idsOf(rest)]).toEqual(edges.map(({ node }) => node.id));
    expect(rest.pageInfo.hasNextPage).toBe(false);
    const back = await read({ last: 40, before: rest.edges[0]?.cursor, filter: filter() });
    expect(idsOf(back)).toEqual(idsOf(first));
  });

  it.each(Object.entries(rare))("%s read no more than the client's own, by index", async (name, filter) => {
    const first = await cost({ first: 10, filter: filter() });
    const { edges } = await read({ first: 50, filter: filter() });
    const deep = await cost({ first: 10, after: edges.at(-1)?.cursor, filter: filter() });
    for (const { statements, nodes, rows } of [first, deep]) {
      expect(statements).toBe(1);
      expect(nodes).not.toContain("Seq Scan");
      // Ten rare ones, and the one after, lie in so many. Where the planner expects fewer it reads and sorts all of them.
      expect(rows).toBeLessThanOrEqual(name === "by kind" ? 11 * 1000 + 2 * TIED : COUNT + 2);
    }
  });

  it("by contact reads only what is about the contact [F110]", async () => {
    const filter = { contactIds: [contact] };
    // Its own making, too.
    expect((await read({ first: 100, filter }, COUNTED)).totalCount).toBe(101);
    const { nodes, rows } = await cost({ first: 10, filter });
    expect(nodes).not.toContain("Seq Scan");
    // Each is found, and then read.
    expect(rows).toBeLessThanOrEqual(2 * 101);
  });
});
