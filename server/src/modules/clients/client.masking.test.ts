import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { addApiKey, addClient, addPerson, addTeam, changeSettings, startBusiness } from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";

const SECRETS = [
  "secreta@example.org",
  "antes@example.org",
  "+34911234567",
  "+34612345678",
  "+34612345679",
  "911234567",
  "612345678",
];
const WHOLE = `id name email phone mobile whatsapp viewerCan { seeContactData } timeline { nodes {
  kind title description summary ... on ClientEditedEntry { changes { field before after } } } }`;
const MASK = "•••";

let api: Awaited<ReturnType<typeof startBusiness>>;
let owner: Caller;
let agent: Caller;
let agentKey: Caller;
let id: string;
let team: string;

beforeAll(async () => {
  api = await startBusiness();
  owner = api.owner;
  team = await addTeam(owner, "Norte");
  const { users } = await owner.ok<{ users: { id: string }[] }>("{ users { id } }");
  await owner.ok("mutation ($id: ID!, $t: [ID!]) { updateUser(id: $id, input: { teamIds: $t }) { id } }", {
    id: users[0]?.id,
    t: [team],
  });
  agent = (await addPerson(owner, "AGENT", "Ana", [team])).caller;
  agentKey = await addApiKey(owner, "AGENT");
  id = await addClient(owner, { name: "Discreta", email: "antes@example.org", phone: "+34911234567", teamId: team });
  await owner.ok("mutation ($id: ID!, $input: UpdateClientInput!) { updateClient(id: $id, input: $input) { id } }", {
    id,
    input: { email: "secreta@example.org", mobile: "+34612345678", whatsapp: "+34612345679", contactPerson: "Pilar" },
  });
  await changeSettings(owner, { hideContactDataFromAgents: true });
});
afterAll(() => api.stop());

const callers = () => [agent, agentKey];

describe("contact data hidden from agents [F209] [Q13]", () => {
  it("is masked in record, list and timeline, for people and API keys alike", async () => {
    for (const caller of callers()) {
      const record = await caller.gql<{ client: object }>(`query ($id: ID!) { client(id: $id) { ${WHOLE} } }`, { id });
      const listed = await caller.gql(
        `{ clients(first: 5) { nodes { ${WHOLE} } edges { cursor node { email phone } } pageInfo { endCursor } } }`,
      );
      for (const { text, errors } of [record, listed]) {
        expect(errors).toEqual([]);
        for (const secret of SECRETS) expect(text).not.toContain(secret);
      }
      expect(record.data?.client).toMatchObject({
        email: MASK,
        phone: MASK,
        mobile: MASK,
        whatsapp: MASK,
        viewerCan: { seeContactData: false },
      });
    }
  });

  it("shows that a value is missing, and which fields of a difference were hidden", async () => {
    const empty = await addClient(owner, { teamId: team });
    const { client } = await agent.ok<{ client: object }>("query ($id: ID!) { client(id: $id) { phone mobile } }", {
      id: empty,
    });
    expect(client).toEqual({ phone: null, mobile: null });
    const { client: record } = await agent.ok<{ client: { timeline: { nodes: { changes: object[] }[] } } }>(
      `query ($id: ID!) { client(id: $id) { ${WHOLE.replace("nodes {", "nodes { __typename")} } }`.replace(
        "timeline {",
        "timeline(filter: { kinds: [CLIENT_EDITED] }) {",
      ),
      { id },
    );
    expect(record.timeline.nodes[0]?.changes).toEqual(
      expect.arrayContaining([
        { field: "email", before: MASK, after: MASK },
        { field: "mobile", before: null, after: MASK },
        { field: "whatsapp", before: null, after: MASK },
        { field: "contactPerson", before: null, after: "Pilar" },
      ]),
    );
  });

  it("is shown to owner, admin and their keys", async () => {
    const admin = (await addPerson(owner, "ADMIN", "Carla")).caller;
    for (const caller of [owner, admin, await addApiKey(owner, "ADMIN")]) {
      const { client } = await caller.ok<{ client: object }>(
        "query ($id: ID!) { client(id: $id) { email phone mobile whatsapp } }",
        { id },
      );
      expect(client).toEqual({
        email: "secreta@example.org",
        phone: "+34911234567",
        mobile: "+34612345678",
        whatsapp: "+34612345679",
      });
    }
  });

  it.each([
    "secreta",
    "secreta@example.org",
    "@example.org",
    "911234567",
    "911 23 45 67",
    "+34911234567",
    "612345678",
    "345679",
  ])("is not found by a search for %s [B4]", async (search) => {
    const query =
      "query ($search: String) { clientCount(filter: { search: $search }) clients(filter: { search: $search }) { totalCount } }";
    for (const caller of callers()) {
      expect(await caller.ok(query, { search })).toEqual({ clientCount: 0, clients: { totalCount: 0 } });
    }
    expect(await owner.ok<{ clientCount: number }>(query, { search })).not.toMatchObject({ clientCount: 0 });
  });

  it("leaves the rest of the search as it is", async () => {
    const query = "query ($search: String) { clientCount(filter: { search: $search }) }";
    for (const search of ["discreta", "pilar", "pilar discreta"])
      expect(await agent.ok(query, { search })).toEqual({ clientCount: 1 });
    expect(await agent.ok(query, { search: "discreta secreta" })).toEqual({ clientCount: 0 });
  });

  it("does not sort, not even with a cursor [B4]", async () => {
    for (const caller of callers()) {
      for (const direction of ["ASC", "DESC"]) {
        expect(
          await caller.refused("query ($o: ClientOrder) { clients(orderBy: $o) { nodes { id } } }", {
            o: { field: "EMAIL", direction },
          }),
        ).toEqual({ code: "FORBIDDEN", message: "No puedes ordenar, buscar ni filtrar por datos de contacto ocultos" });
      }
    }
  });

  it.each(["email", "phone", "mobile", "whatsapp"])(
    "%s cannot be changed, nor cleared, by whom it is hidden from",
    async (field) => {
      for (const value of ["otra@example.org", null]) {
        expect(
          await agent.refused(
            "mutation ($id: ID!, $input: UpdateClientInput!) { updateClient(id: $id, input: $input) { id } }",
            {
              id,
              input: { name: "Otra", [field]: value },
            },
          ),
        ).toEqual({ code: "FORBIDDEN", message: "No puedes cambiar datos de contacto que no ves" });
      }
      const { client } = await owner.ok<{ client: object }>("query ($id: ID!) { client(id: $id) { name } }", { id });
      expect(client).toEqual({ name: "Discreta" });
    },
  );

  it("other fields can be changed", async () => {
    await agent.ok('mutation ($id: ID!) { updateClient(id: $id, input: { gender: "x" }) { id email } }', { id });
  });

  it("is not told by the refusal of a duplicate [B4]", async () => {
    const { text, errors } = await agent.gql(
      `mutation { createClient(input: { name: "X", email: "secreta@example.org" }) { id } }`,
    );
    expect(errors[0]?.extensions).toMatchObject({
      code: "DUPLICATE_CLIENT",
      duplicates: [{ clientId: null, name: null, field: "email" }],
    });
    expect(text).not.toContain("Discreta");
    expect(text).not.toContain(id);
  });

  it("is masked in what a new client answers and in what a subscription brings", async () => {
    const { createClient } = await agent.ok<{ createClient: object }>(
      `mutation { createClient(input: { name: "Nueva", email: "nueva@example.org", phone: "+34911000000" }) { email phone } }`,
    );
    expect(createClient).toEqual({ email: MASK, phone: MASK });
    const socket = agent.socket();
    const { all } = await socket.subscribe(
      `subscription ($id: ID!) { timelineEntryAdded(clientId: $id) { client { email phone } summary ... on ClientEditedEntry { changes { field before after } } } }`,
      { id },
    );
    let number = 0;
    await vi.waitFor(
      async () => {
        await owner.ok(
          "mutation ($id: ID!, $input: UpdateClientInput!) { updateClient(id: $id, input: $input) { id } }",
          {
            id,
            input: { email: `secreta${++number}@example.org`, phone: `+34911234${500 + number}` },
          },
        );
        expect(all).not.toHaveLength(0);
      },
      { timeout: 10_000, interval: 50 },
    );
    await socket.close();
    expect(all[0]?.data?.timelineEntryAdded).toMatchObject({ client: { email: MASK, phone: MASK } });
    expect(JSON.stringify(all)).not.toMatch(/secreta|911234/);
  });

  it("is shown again once the setting is off", async () => {
    await changeSettings(owner, { hideContactDataFromAgents: false });
    const { client } = await agent.ok<{ client: { mobile: string } }>(
      "query ($id: ID!) { client(id: $id) { mobile } }",
      { id },
    );
    expect(client.mobile).toBe("+34612345678");
    await changeSettings(owner, { hideContactDataFromAgents: true });
  });
});
