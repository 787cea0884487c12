import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Api, cookieOf, startApi } from "../../../../test/api.ts";
import { setUpInput, tokenOf } from "../../../../test/business.ts";
import type { Caller } from "../../../../test/caller.ts";
import { sanitizeRichText } from "../../../core/rich-text.ts";

const SET_UP = "mutation ($token: String!, $input: SetUpInput!) { setUp(token: $token, input: $input) { role } }";

describe.each([
  ["es", "Américas", "Llamar para confirmar el pedido"],
  ["en", "Americas", "Call to confirm the order"],
])("the demo business of an owner who reads %s", (locale, team, task) => {
  let api: Api;
  let owner: Caller;
  beforeAll(async () => {
    // As `npm start -- --demo` on an empty database: whoever sets it up chooses the language.
    api = await startApi({ env: { demo: true } });
    const input = { ...setUpInput, locale, demo: false };
    const { headers } = await api.anonymous.gql(SET_UP, { token: tokenOf(await api.setUpLink()), input });
    owner = api.anonymous.with({ cookie: cookieOf(headers) as string });
  });
  afterAll(() => api?.stop());

  const numbers = async (sql: string) => (await api.pool.query(sql)).rows[0];

  it("speaks their language, and leaves nothing to be filled in", async () => {
    expect(await owner.ok("{ teams { name } myTasks: tasks(first: 50) { nodes { title } } }")).toMatchObject({
      teams: expect.arrayContaining([{ name: team }]),
      myTasks: { nodes: expect.arrayContaining([{ title: task }]) },
    });
    const { rows } = await api.pool.query("select description from timeline_entry where not automatic");
    expect(rows.length).toBeGreaterThan(200);
    for (const { description } of rows) {
      expect(description).not.toContain("{{");
      expect(sanitizeRichText(description)).toBe(description);
    }
  });

  it("is in the middle of its work: prospects at each stage, custom fields of six types, people with entries", async () => {
    expect(
      await numbers(`select
        (select count(*)::int from client where status = 'PROSPECT') > 10 as prospects,
        (select count(distinct stage)::int from timeline_entry e join client c on c.id = e.client_id where c.status = 'PROSPECT') as stages,
        (select count(distinct type)::int from custom_field) as types,
        (select count(distinct actor_id)::int from timeline_entry where not automatic) > 5 as authors,
        (select count(*)::int from client where custom <> '{}') = (select count(*)::int from client) as filled,
        (select count(distinct source_channel)::int from client) as channels,
        (select count(*)::int from client_list_member where state = 'UNSUBSCRIBED') > 1 as unsubscribed`),
    ).toEqual({ prospects: true, stages: 3, types: 6, authors: true, filled: true, channels: 6, unsubscribed: true });
  });

  it("has something overdue, something today, and appointments this week for its owner", async () => {
    expect(
      await numbers(`select
        (select count(*)::int from task where assignee_id = u.id and not done and due_at < now()) > 0 as overdue,
        (select count(*)::int from task where assignee_id = u.id and not done and due_at >= now()) > 3 as planned,
        (select count(*)::int from task where due_at < created_at) as "overdueFromTheFirst",
        (select count(*)::int from appointment a join appointment_attendee t on t.appointment_id = a.id where t.user_id = u.id
          and date_trunc('week', a.starts_at) = date_trunc('week', now())) >= 5 as week
        from app_user u where role = 'OWNER'`),
    ).toEqual({ overdue: true, planned: true, overdueFromTheFirst: 0, week: true });
  });

  it("writes to nobody: addresses are of example.com, nothing is in the outbox, nothing happened in the future", async () => {
    expect(
      await numbers(`select
        (select count(*)::int from client where email not like '%@example.com') as clients,
        (select count(*)::int from contact where email not like '%@example.com') as contacts,
        (select count(*)::int from message) as messages,
        (select count(*)::int from timeline_entry where occurred_at > now()) as future,
        (select count(*)::int from client where updated_at > now() or created_at > now()) as clients_to_come,
        (select count(*)::int from timeline_entry e join client c on c.id = e.client_id where e.occurred_at < c.created_at) as before`),
    ).toEqual({ clients: 0, contacts: 0, messages: 0, future: 0, clients_to_come: 0, before: 0 });
  });

  it("tells its past on the days when it happened: a client as of a year ago had not its present limit [B6]", async () => {
    const { rows } = await api.pool.query(
      "select count(*)::int as days from (select distinct occurred_at::date from timeline_entry where automatic and kind <> 'CLIENT_CREATED') d",
    );
    expect(rows[0].days).toBeGreaterThan(60);
  });
});
