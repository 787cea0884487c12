import { afterAll, beforeAll, expect, it } from "vitest";
import { addPerson, addTeam, startBusiness } from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";

let api: Awaited<ReturnType<typeof startBusiness>>;
let callers: Record<"owner" | "agent", Caller>;

/** Whether the n-th newest client has a word. */
const having: Record<string, (n: number) => boolean> = {
  often: (n) => n % 3 === 0,
  seldom: (n) => n % 400 === 7,
  early: (n) => n > 12_980,
  // Of the first team the near ones lack it, while every one of the second has it.
  settled: (n) => n > 400,
  // Too few along the list, and enough in the latest quarters.
  lately: (n) => n > 700 && n % 50 === 1,
  tagged: (n) => n % 700 === 1,
  cliente: () => true,
  nowhere: () => false,
};
/** The newest ones are of the first team alone, so that what matches in the others lies far behind its own; the third is nobody's. */
const teamOf = (n: number) => (n <= 900 ? 0 : n % 3);
const all = Array.from({ length: 13_000 }, (_, i) => i + 1);

beforeAll(async () => {
  api = await startBusiness();
  const teams: string[] = [];
  for (const name of ["Norte", "Sur", "Este"]) teams.push(await addTeam(api.owner, name));
  const { caller } = await addPerson(api.owner, "AGENT", "Ana", teams.slice(0, 2));
  callers = { owner: api.owner, agent: caller };
  const columns = all.map((n) => ({
    name: ["Cliente", n, ...["often", "seldom", "early", "settled", "lately"].filter((word) => having[word]?.(n))].join(
      " ",
    ),
    team: teams[teamOf(n)],
    tagged: having.tagged?.(n),
  }));
  await api.pool.query(
    `with made as (
      insert into client (name, team_id, created_at)
      select name, team, now() - n * interval '1 hour'
      from unnest($1::text[], $2::uuid[]) with ordinality as given(name, team, n) returning id, name),
    tag as (insert into tag (name, color) values ('Tagged', 'blue') returning id)
    insert into client_tag (client_id, tag_id) select made.id, tag.id from made, tag where made.name = any($3)`,
    [
      columns.map(({ name }) => name),
      columns.map(({ team }) => team),
      columns.filter(({ tagged }) => tagged).map(({ name }) => name),
    ],
  );
  await api.pool.query("analyze");
});
afterAll(() => api.stop());

it.each(Object.keys(having).flatMap((word) => (["owner", "agent"] as const).map((who) => [word, who] as const)))(
  "finds every client with «%s» page by page in the list's order, there and back, for the %s [F55]",
  async (word, who) => {
    const expected = all.filter((n) => having[word]?.(n) && (who === "owner" || teamOf(n) < 2));
    const read = async (page: object) => {
      const { clients } = await callers[who].ok<{
        clients: { nodes: { name: string }[]; pageInfo: Record<string, string & boolean>; totalCount: number };
      }>(
        `query ($search: String!, $first: Int, $after: String, $last: Int, $before: String) {
        clients(filter: { search: $search }, first: $first, after: $after, last: $last, before: $before) {
          nodes { name } totalCount pageInfo { hasNextPage endCursor hasPreviousPage startCursor } } }`,
        { search: word, ...page },
      );
      expect(clients.totalCount).toBe(Math.min(expected.length, 10_001));
      return { ...clients, numbers: clients.nodes.map(({ name }) => Number(name.split(" ")[1])) };
    };
    const shown = expected.slice(0, 150);
    const there: number[] = [];
    let page = await read({ first: 30 });
    there.push(...page.numbers);
    while (page.pageInfo.hasNextPage && there.length < shown.length) {
      page = await read({ first: 30, after: page.pageInfo.endCursor });
      there.push(...page.numbers);
    }
    expect(there).toEqual(shown);

    const back: number[] = [];
    page = await read({ last: 40 });
    back.unshift(...page.numbers);
    while (page.pageInfo.hasPreviousPage && back.length < 120) {
      page = await read({ last: 40, before: page.pageInfo.startCursor });
      back.unshift(...page.numbers);
    }
    expect(back).toEqual(expected.slice(-120));
  },
);

it.each(["owner", "agent"] as const)("finds in any other order as well, for the %s [F55]", async (who) => {
  const expected = all.filter((n) => having.lately?.(n) && (who === "owner" || teamOf(n) < 2));
  const read = async (orderBy: object) => {
    const query = `query ($orderBy: ClientOrder) { clients(filter: { search: "lately" }, orderBy: $orderBy, first: 30) { nodes { name } } }`;
    const { clients } = await callers[who].ok<{ clients: { nodes: { name: string }[] } }>(query, { orderBy });
    return clients.nodes.map(({ name }) => Number(name.split(" ")[1]));
  };
  expect(await read({ field: "CREATED_AT", direction: "ASC" })).toEqual(expected.slice(-30).reverse());
  const byName = expected.map(String).sort().map(Number);
  expect(await read({ field: "NAME", direction: "ASC" })).toEqual(byName.slice(0, 30));
  expect(await read({ field: "NAME", direction: "DESC" })).toEqual(byName.slice(-30).reverse());
});
