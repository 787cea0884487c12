import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import {
  addApiKey,
  addClient,
  addPerson,
  addTag,
  addTeam,
  changeSettings,
  startBusiness,
} from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";

interface Page {
  nodes: { id: string; name: string }[];
  edges: { cursor: string; node: { name: string } }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  totalCount: number;
}

const LIST = `query ($filter: ClientFilter, $orderBy: ClientOrder, $first: Int, $after: String, $last: Int, $before: String) {
  clients(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
    nodes { id name } edges { cursor node { name } } totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

let api: Awaited<ReturnType<typeof startBusiness>>;
let owner: Caller;
let agent: Caller;
let agentId: string;
let north: string;
let south: string;
let vip: string;
let cold: string;

const list = async (variables: object = {}, caller = owner): Promise<Page> =>
  (await caller.ok<{ clients: Page }>(LIST, variables)).clients;
const namesOf = async (filter: object, caller = owner) =>
  (await list({ filter, first: 100 }, caller)).nodes.map(({ name }) => name).sort();

beforeAll(async () => {
  api = await startBusiness();
  owner = api.owner;
  [north, south] = [await addTeam(owner, "Norte"), await addTeam(owner, "Sur")];
  [vip, cold] = [await addTag(owner, "VIP"), await addTag(owner, "Fría")];
  ({ caller: agent, id: agentId } = await addPerson(owner, "AGENT", "Ana", [north]));
  const key = await addApiKey(owner, "OWNER");
  const clients = [
    { name: "Álamo", status: "PROSPECT", teamId: north, tagIds: [vip], kind: "COMPANY" },
    { name: "abeto", status: "CLIENT", teamId: north, tagIds: [vip, cold], ownerId: agentId, kind: "PERSON" },
    { name: "Cedro", status: "CLIENT", teamId: south, tagIds: [cold], kind: "COMPANY" },
    { name: "Drago", status: "INACTIVE", teamId: north, tagIds: [vip], kind: "PERSON" },
    { name: "Encina", status: "PROSPECT", teamId: south, ownerId: agentId, kind: "COMPANY" },
    { name: "Ñandubay", status: "PROSPECT", teamId: null, kind: "PERSON" },
    { name: "Fresno", status: "CLIENT", teamId: north, kind: "COMPANY" },
  ];
  for (const client of clients) await addClient(key, client);
  await addClient(key, { name: "Sin correo", email: null, teamId: north });
});
afterAll(() => api.stop());

describe("pages of the list", () => {
  it.each([
    ["NAME", "ASC"],
    ["NAME", "DESC"],
    ["EMAIL", "ASC"],
    ["EMAIL", "DESC"],
    ["STATUS", "ASC"],
    ["STATUS", "DESC"],
    ["CREATED_AT", "ASC"],
    ["CREATED_AT", "DESC"],
    ["LAST_INTERACTION_AT", "ASC"],
    ["LAST_INTERACTION_AT", "DESC"],
  ])(
    "forward and backward by %s %s give each client once, for the owner and for an agent",
    async (field, direction) => {
      for (const caller of [owner, agent]) {
        const orderBy = { field, direction };
        const whole = (await list({ orderBy, first: 100 }, caller)).nodes.map(({ name }) => name);
        expect(whole).toHaveLength(caller === owner ? 7 : 4);
        const forward: string[] = [];
        for (let after: string | null = null, more = true; more; ) {
          const page: Page = await list({ orderBy, first: 3, after }, caller);
          forward.push(...page.nodes.map(({ name }) => name));
          expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
          expect(page.edges.map(({ node }) => node.name)).toEqual(page.nodes.map(({ name }) => name));
          after = page.pageInfo.endCursor;
          more = page.pageInfo.hasNextPage;
        }
        expect(forward).toEqual(whole);
        const backward: string[] = [];
        for (let before: string | null = null, more = true; more; ) {
          const page: Page = await list({ orderBy, last: 2, before }, caller);
          backward.unshift(...page.nodes.map(({ name }) => name));
          before = page.pageInfo.startCursor;
          more = page.pageInfo.hasPreviousPage;
        }
        expect(backward).toEqual(whole);
      }
    },
  );

  it("by name ignore accents and case", async () => {
    const { nodes } = await list({ orderBy: { field: "NAME", direction: "ASC" } });
    expect(nodes.map(({ name }) => name)).toEqual([
      "abeto",
      "Álamo",
      "Cedro",
      "Encina",
      "Fresno",
      "Ñandubay",
      "Sin correo",
    ]);
  });

  it("show the latest created first when no order is asked for", async () => {
    const { nodes } = await list();
    expect(nodes.map(({ name }) => name).slice(0, 3)).toEqual(["Sin correo", "Fresno", "Ñandubay"]);
  });

  it("by last interaction follow what people wrote down", async () => {
    const id = (await list({ filter: { search: "cedro" } })).nodes[0]?.id;
    await owner.ok(`mutation ($id: ID!) { addTimelineEntry(clientId: $id, input: { description: "Llamó" }) { id } }`, {
      id,
    });
    const { nodes } = await list({ orderBy: { field: "LAST_INTERACTION_AT", direction: "DESC" } });
    expect(nodes[0]?.name).toBe("Cedro");
  });

  it.each([
    [{ first: 101 }, "first"],
    [{ first: -1 }, "first"],
    [{ last: 101 }, "last"],
    [{ first: 1, last: 1 }, "last"],
    [{ after: "nada" }, "after"],
    [{ before: Buffer.from(`["x"]`).toString("base64url") }, "before"],
  ])("refuse %j", async (variables, path) => {
    expect(await owner.refused(LIST, variables)).toMatchObject({ code: "BAD_USER_INPUT", fields: [{ path }] });
  });

  it("refuse a cursor of another order", async () => {
    const { pageInfo } = await list({ orderBy: { field: "NAME", direction: "ASC" }, first: 1 });
    const refusal = await owner.refused(LIST, { after: pageInfo.endCursor });
    expect(refusal).toMatchObject({ code: "BAD_USER_INPUT", fields: [{ path: "after" }] });
  });
});

describe("filters", () => {
  it("leave inactive clients out unless a status is asked for [F51] [F61]", async () => {
    expect(await namesOf({})).not.toContain("Drago");
    expect(await namesOf({ status: [] })).not.toContain("Drago");
    expect(await namesOf({ status: ["INACTIVE"] })).toEqual(["Drago"]);
    expect(await namesOf({ status: ["PROSPECT", "CLIENT", "INACTIVE"] })).toHaveLength(8);
  });

  it("by kind [F72], tag [F69], owner and team take any of the values of each", async () => {
    expect(await namesOf({ kind: ["PERSON"] })).toEqual(["abeto", "Ñandubay"].sort());
    expect(await namesOf({ tagIds: [cold] })).toEqual(["Cedro", "abeto"]);
    expect(await namesOf({ tagIds: [vip, cold] })).toEqual(["Cedro", "abeto", "Álamo"]);
    expect(await namesOf({ ownerIds: [agentId] })).toEqual(["Encina", "abeto"]);
    expect(await namesOf({ teamIds: [south] })).toEqual(["Cedro", "Encina"]);
    expect(await namesOf({ teamIds: ["nada"] })).toEqual([]);
  });

  it("combine with each other and with the search [F73]", async () => {
    expect(await namesOf({ tagIds: [vip], status: ["CLIENT", "INACTIVE"], teamIds: [north] })).toEqual([
      "Drago",
      "abeto",
    ]);
    expect(await namesOf({ tagIds: [vip], status: ["CLIENT", "INACTIVE"], search: "ab" })).toEqual(["abeto"]);
  });

  it("null means no condition, like an absent one", async () => {
    expect(await namesOf({ status: null, kind: null, tagIds: null, search: null, createdAt: null })).toHaveLength(7);
  });
});

describe("figures [Q12] [F211] [F212] [F213]", () => {
  const STATS = "{ clientStats { total prospects clients inactive newThisMonth } }";
  const count = async (filter: object | null, caller: Caller) =>
    (
      await caller.ok<{ clientCount: number }>("query ($filter: ClientFilter) { clientCount(filter: $filter) }", {
        filter,
      })
    ).clientCount;

  it("agree with list and count for each viewer", async () => {
    const stranger = (await addPerson(owner, "AGENT", "Berta", [south])).caller;
    const loose = (await addPerson(owner, "AGENT", "Suelta")).caller;
    const key = await addApiKey(owner, "AGENT");
    const expected = [
      [owner, { total: 7, prospects: 4, clients: 3, inactive: 1, newThisMonth: 7 }],
      [agent, { total: 4, prospects: 2, clients: 2, inactive: 1, newThisMonth: 4 }],
      [stranger, { total: 2, prospects: 1, clients: 1, inactive: 0, newThisMonth: 2 }],
      [loose, { total: 0, prospects: 0, clients: 0, inactive: 0, newThisMonth: 0 }],
      [key, { total: 0, prospects: 0, clients: 0, inactive: 0, newThisMonth: 0 }],
    ] as const;
    for (const [caller, stats] of expected) {
      const { clientStats } = await caller.ok<{ clientStats: typeof stats }>(STATS);
      expect(clientStats).toEqual(stats);
      const parts = [
        [null, stats.total],
        [{ status: ["PROSPECT"] }, stats.prospects],
        [{ status: ["CLIENT"] }, stats.clients],
        [{ status: ["INACTIVE"] }, stats.inactive],
        [{ createdAt: { preset: "THIS_MONTH" } }, stats.newThisMonth],
      ] as const;
      for (const [filter, number] of parts) {
        expect(await count(filter, caller)).toBe(number);
        const page = await list({ filter, first: 100 }, caller);
        expect([page.totalCount, page.nodes.length]).toEqual([number, number]);
      }
    }
  });

  it("count a tag's clients as the viewer sees them", async () => {
    const counts = async (caller: Caller) =>
      (await caller.ok<{ tags: object[] }>("{ tags { name clientCount } }")).tags;
    expect(await counts(owner)).toEqual([
      { name: "Fría", clientCount: 2 },
      { name: "VIP", clientCount: 3 },
    ]);
    expect(await counts(agent)).toEqual([
      { name: "Fría", clientCount: 1 },
      { name: "VIP", clientCount: 3 },
    ]);
  });

  it("follow the setting restrictAgentsToTeams [F204]", async () => {
    await changeSettings(owner, { restrictAgentsToTeams: false });
    expect(await count(null, agent)).toBe(7);
    await changeSettings(owner, { restrictAgentsToTeams: true });
    expect(await count(null, agent)).toBe(4);
  });
});

describe("statements", () => {
  it.each([
    [
      "tags, owner, team and timeline",
      `id name email status tags { id name } owner { id name } team { id name } addresses { city } taxProfile { taxId }
      timeline(first: 5) { totalCount nodes { id kind summary actor { name } tags { name } } }`,
    ],
    [
      "every column of the list [F55][F57]",
      `id kind name contactPerson firstName lastName birthDate gender language email phone mobile whatsapp website
      status newsletterStatus taxProfile { legalName country idType taxId checkDigit rucType fiscalCode }
      addresses { type country region city postalCode } owner { id name } team { id name } tags { id name color }
      lists { id name } contacts(activeOnly: true) { id name primary } source { channel campaign device }
      customFields createdAt updatedAt lastInteractionAt viewerCan { edit delete seeContactData }`,
    ],
  ])("a page with %s is one, however many clients it has", async (_what, fields) => {
    const query = `{ clients(first: 20) { totalCount pageInfo { hasNextPage } nodes { ${fields} } } }`;
    await owner.ok(query);
    const sent = vi.spyOn(pg.Client.prototype, "query");
    try {
      await owner.ok(query);
      // Jobs and news have connections of their own, and go on meanwhile.
      const forRequests = sent.mock.contexts.map(
        (client) =>
          (client as unknown as { connectionParameters: { application_name: string } }).connectionParameters
            .application_name === "clientela",
      );
      const texts = sent.mock.calls
        .filter((_call, index) => forRequests[index])
        .map(([statement]) => (statement as unknown as { text: string }).text);
      expect(texts).toEqual([expect.stringContaining("client")]);
    } finally {
      sent.mockRestore();
    }
  });
});
