import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addApiKey,
  addClient,
  addPerson,
  addTag,
  addTeam,
  changeSettings,
  type Person,
  startBusiness,
} from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";
import { causesOfMany } from "../../core/causes.ts";

let business: Awaited<ReturnType<typeof startBusiness>>;
let owner: Caller;
let ana: Person;
let north: string;
let south: string;

beforeAll(async () => {
  business = await startBusiness();
  owner = business.owner;
  north = await addTeam(owner, "Norte");
  south = await addTeam(owner, "Sur");
  ana = await addPerson(owner, "AGENT", "Ana", [north]);
});
afterAll(() => business.stop());

const DASHBOARD = `{ dashboard {
  clients { total prospects clients inactive newThisMonth } contacts { active inactive }
  bySource { channel clients } byOwner { owner { id } clients } arrivals { month prospects clients }
} }`;
interface Figures {
  clients: Record<string, number>;
  contacts: { active: number; inactive: number };
  bySource: { channel: string; clients: number }[];
  byOwner: { owner: { id: string } | null; clients: number }[];
  arrivals: { month: string; prospects: number; clients: number }[];
}
const figures = async (caller: Caller) => (await caller.ok<{ dashboard: Figures }>(DASHBOARD)).dashboard;
const count = async (caller: Caller, filter: object) =>
  (
    await caller.ok<{ clientCount: number }>("query ($filter: ClientFilter) { clientCount(filter: $filter) }", {
      filter,
    })
  ).clientCount;

/** What the tallies say must be what there is, by every key they have. */
async function expectTrue(): Promise<void> {
  const differ = async (said: string, there: string) =>
    (await business.pool.query(`(${said} except ${there}) union all (${there} except ${said})`)).rows;
  expect(
    await differ(
      `select team_id, owner_id, status, channel, sum(clients), sum(contacts_active), sum(contacts_inactive)
        from client_tally group by 1, 2, 3, 4
        having sum(clients) <> 0 or sum(contacts_active) <> 0 or sum(contacts_inactive) <> 0`,
      `select team_id, owner_id, status, source_channel, count(distinct client.id),
        count(contact.id) filter (where contact.active), count(contact.id) filter (where not contact.active)
        from client left join contact on contact.client_id = client.id where client.deleted_at is null group by 1, 2, 3, 4`,
    ),
  ).toEqual([]);
  expect(
    await differ(
      "select team_id, status, day, sum(clients) from client_arrival group by 1, 2, 3 having sum(clients) <> 0",
      "select team_id, status, tally.day(created_at), count(*) from client where deleted_at is null group by 1, 2, 3",
    ),
  ).toEqual([]);
}

describe("the tallies", () => {
  it("follow what fifty writers do at once, and being put together meanwhile [F211] [F215]", async () => {
    const teams = [north, south, null];
    const ids = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        addClient(owner, { teamId: teams[n % 3], status: n % 4 ? "PROSPECT" : "CLIENT" }),
      ),
    );
    const CONTACT = `mutation ($id: ID!, $name: String!) { addContact(clientId: $id, input: { name: $name }) { id } }`;
    await Promise.all([
      ...ids.flatMap((id, n) => [
        owner.ok<{ addContact: { id: string } }>(CONTACT, { id, name: `Persona ${n}` }).then(({ addContact }) =>
          n % 2
            ? owner.ok(`mutation ($id: ID!) { setContactActive(id: $id, active: false) { id } }`, {
                id: addContact.id,
              })
            : undefined,
        ),
        owner.ok(`mutation ($id: ID!, $input: UpdateClientInput!) { updateClient(id: $id, input: $input) { id } }`, {
          id,
          input: { teamId: teams[(n + 1) % 3], status: n % 5 ? "CLIENT" : "INACTIVE", ownerId: n % 2 ? ana.id : null },
        }),
      ]),
      ...Array.from({ length: 20 }, () => business.pool.query("select tally.fold()")),
    ]);
    await owner.ok(`mutation ($ids: [ID!]) { deleteClients(selection: { ids: $ids }) { changed } }`, {
      ids: ids.slice(0, 7),
    });
    await expectTrue();
    await business.pool.query("select tally.fold()");
    await expectTrue();
  });

  it("know nothing of a write that was taken back", async () => {
    const before = await figures(owner);
    const sql = await business.pool.connect();
    await sql.query("begin");
    await sql.query("insert into client (name) select 'Nadie' from generate_series(1, 100)");
    await sql.query("rollback");
    sql.release();
    expect(await figures(owner)).toEqual(before);
  });

  it("lose a client and its contacts when its row goes for good", async () => {
    const id = await addClient(owner);
    await owner.ok(`mutation ($id: ID!) { addContact(clientId: $id, input: { name: "Uno" }) { id } }`, { id });
    const before = await figures(owner);
    const sql = await business.pool.connect();
    await sql.query("begin");
    await sql.query("alter table timeline_entry disable trigger user");
    await sql.query("delete from timeline_entry where client_id = $1", [id]);
    await sql.query("delete from contact where client_id = $1", [id]);
    await sql.query("delete from client where id = $1", [id]);
    await sql.query("alter table timeline_entry enable trigger user");
    await sql.query("commit");
    sql.release();
    const after = await figures(owner);
    expect([after.clients.total, after.contacts.active]).toEqual([
      (before.clients.total as number) - 1,
      before.contacts.active - 1,
    ]);
    await expectTrue();
  });

  it("count days anew where the business moves to another time zone [F214]", async () => {
    // Midnight in UTC is still the day before in Panama.
    await business.pool.query(
      "insert into client (name, created_at) values ('Medianoche', date_trunc('month', now() at time zone 'UTC') at time zone 'UTC')",
    );
    const before = (await figures(owner)).clients.newThisMonth as number;
    await changeSettings(owner, { timeZone: "America/Panama" });
    await expectTrue();
    expect((await figures(owner)).clients.newThisMonth).toBe(
      await count(owner, { createdAt: { preset: "THIS_MONTH" } }),
    );
    await changeSettings(owner, { timeZone: "UTC" });
    expect((await figures(owner)).clients.newThisMonth).toBe(before);
  });
});

describe("the dashboard", () => {
  it("agrees with the lists behind its figures, for each viewer [F206] [F211] [F212] [F213] [F214] [Q12]", async () => {
    await addClient(owner, { teamId: north, ownerId: ana.id });
    await addClient(await addApiKey(owner, "ADMIN"), { teamId: south });
    for (const caller of [owner, ana.caller]) {
      const { clients, bySource, byOwner, arrivals } = await figures(caller);
      expect(clients.total).toBe(await count(caller, {}));
      expect(clients.inactive).toBe(await count(caller, { status: ["INACTIVE"] }));
      expect(bySource.length).toBeGreaterThan(0);
      for (const { channel, clients } of bySource) expect(await count(caller, { channel: [channel] })).toBe(clients);
      expect(byOwner.map(({ owner }) => owner)).toContain(null);
      for (const { owner, clients } of byOwner) {
        expect(await count(caller, owner ? { ownerIds: [owner.id] } : { withoutOwner: true })).toBe(clients);
      }
      expect(byOwner.reduce((sum, { clients }) => sum + clients, 0)).toBe(clients.total);
      expect(arrivals).toHaveLength(12);
      const last = arrivals.at(-1) as Figures["arrivals"][number];
      expect(last.prospects + last.clients).toBe(clients.newThisMonth);
    }
    expect((await figures(owner)).clients.total).not.toBe((await figures(ana.caller)).clients.total);
  });

  it("counts contacts, active and not [F215]", async () => {
    const before = (await figures(ana.caller)).contacts;
    const id = await addClient(owner, { teamId: north });
    const hidden = await addClient(owner, { teamId: south });
    const add = async (client: string) =>
      (
        await owner.ok<{ addContact: { id: string } }>(
          `mutation ($id: ID!) { addContact(clientId: $id, input: { name: "Eva" }) { id } }`,
          { id: client },
        )
      ).addContact.id;
    await add(id);
    await add(hidden);
    await owner.ok(`mutation ($id: ID!) { setContactActive(id: $id, active: false) { id } }`, { id: await add(id) });
    expect((await figures(ana.caller)).contacts).toEqual({ active: before.active + 1, inactive: before.inactive + 1 });
  });
});

describe("the latest activity", () => {
  const LATEST = `query ($first: Int, $after: String) { latestActivity(first: $first, after: $after) {
    nodes { id summary client { id } } pageInfo { hasNextPage endCursor } } }`;
  interface Latest {
    latestActivity: {
      nodes: { id: string; summary: string; client: { id: string } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
  }

  it("shows each viewer what happened with their clients, latest first [F217] [Q12]", async () => {
    const mine = await addClient(owner, { teamId: north });
    const foreign = await addClient(owner, { teamId: south });
    const { latestActivity: all } = await owner.ok<Latest>(LATEST, { first: 2 });
    expect(all.nodes.map(({ client }) => client.id)).toEqual([foreign, mine]);
    const { latestActivity: hers } = await ana.caller.ok<Latest>(LATEST, { first: 100 });
    expect(hers.nodes[0]?.client.id).toBe(mine);
    expect(hers.nodes.map(({ client }) => client.id)).not.toContain(foreign);
    const { latestActivity: next } = await owner.ok<Latest>(LATEST, { first: 1, after: all.pageInfo.endCursor });
    expect(next.nodes[0]?.id).not.toBe(all.nodes[1]?.id);
  });

  it("leaves out what was done to many at once", async () => {
    const id = await addClient(owner);
    const tagId = await addTag(owner, "Muchos");
    await owner.ok(
      `mutation ($ids: [ID!], $tagIds: [ID!]!) { tagClients(selection: { ids: $ids }, tagIds: $tagIds) { changed } }`,
      { ids: [id], tagIds: [tagId] },
    );
    const { latestActivity } = await owner.ok<Latest>(LATEST, { first: 1 });
    expect(latestActivity.nodes[0]).toMatchObject({ client: { id }, summary: expect.not.stringContaining("tiqueta") });
  });

  it("leaves out what one act on a tag, a list or a team did to all its clients, and undoing bulk work [F217]", async () => {
    const teamId = await addTeam(owner, "Pasajera");
    const id = await addClient(owner, { teamId });
    const [latest] = (await owner.ok<Latest>(LATEST, { first: 1 })).latestActivity.nodes;
    const from = await addTag(owner, "De paso");
    const into = await addTag(owner, "De vuelta");
    const { tagClients } = await owner.ok<{ tagClients: { operationId: string } }>(
      `mutation ($ids: [ID!], $tagIds: [ID!]!) { tagClients(selection: { ids: $ids }, tagIds: $tagIds) { operationId } }`,
      { ids: [id], tagIds: [from] },
    );
    await owner.ok(`mutation ($id: ID!) { undoOperation(id: $id) { changed } }`, { id: tagClients.operationId });
    await owner.ok(
      `mutation ($ids: [ID!], $tagIds: [ID!]!) { tagClients(selection: { ids: $ids }, tagIds: $tagIds) { changed } }`,
      { ids: [id], tagIds: [from] },
    );
    await owner.ok(`mutation ($from: ID!, $into: ID!) { mergeTags(fromId: $from, intoId: $into) { moved } }`, {
      from,
      into,
    });
    await owner.ok(`mutation ($id: ID!) { deleteTag(id: $id) }`, { id: into });
    const { createClientList } = await owner.ok<{ createClientList: { id: string } }>(
      `mutation { createClientList(input: { name: "De paso" }) { id } }`,
    );
    await owner.ok(
      `mutation ($ids: [ID!], $listId: ID!) { addClientsToList(selection: { ids: $ids }, listId: $listId) { changed } }`,
      { ids: [id], listId: createClientList.id },
    );
    await owner.ok(`mutation ($id: ID!) { deleteClientList(id: $id) }`, createClientList);
    await owner.ok(`mutation ($id: ID!) { deleteTeam(id: $id) }`, { id: teamId });
    expect((await owner.ok<Latest>(LATEST, { first: 1 })).latestActivity.nodes[0]).toEqual(latest);
    const { client } = await owner.ok<{ client: { timeline: { totalCount: number } } }>(
      `query ($id: ID!) { client(id: $id) { timeline { totalCount } } }`,
      { id },
    );
    expect(client.timeline.totalCount).toBeGreaterThan(5);
  });

  it("knows the same causes of many as the database, and reads them along its index", async () => {
    const known = async (cause: string) =>
      (await business.pool.query("select ledger.of_many($1) as known", [cause])).rows[0].known;
    for (const word of causesOfMany) {
      expect(await known(word)).toBe(true);
      expect(await known(`${word} 1`)).toBe(true);
      expect(await known(`${word}s`)).toBe(false);
    }
    const { rows } = await business.pool.query(
      `explain select id from timeline_entry where deleted_at is null and not ledger.of_many(timeline_entry.cause)
        order by occurred_at desc, id desc limit 1`,
    );
    expect(JSON.stringify(rows)).toContain("timeline_entry_latest");
  });
});
