import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addApiKey, addClient, addPerson, addTeam, dump, startBusiness } from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";

const UPDATE = "mutation ($id: ID!, $input: UpdateClientInput!) { updateClient(id: $id, input: $input) { id } }";
const CREATE = "mutation ($input: CreateClientInput!) { createClient(input: $input) { id source { channel } } }";
const NOTE =
  "mutation ($clientId: ID!, $input: TimelineEntryInput!) { addTimelineEntry(clientId: $clientId, input: $input) { id } }";

let api: Awaited<ReturnType<typeof startBusiness>>;
let owner: Caller;
let agent: Caller;
let stranger: Caller;
let north: string;

beforeAll(async () => {
  api = await startBusiness();
  owner = api.owner;
  north = await addTeam(owner, "Norte");
  const south = await addTeam(owner, "Sur");
  ({ caller: agent } = await addPerson(owner, "AGENT", "Ana", [north]));
  ({ caller: stranger } = await addPerson(owner, "AGENT", "Sonia", [south]));
});
afterAll(() => api.stop());

const read = async <T>(id: string, selection: string, caller = owner) =>
  (await caller.ok<{ client: T }>(`query ($id: ID!) { client(id: $id) { ${selection} } }`, { id })).client;
const update = (id: string, input: object) => owner.ok(UPDATE, { id, input });
/** Who may not change a client, and what they are told. */
const refusedTo = async (mutation: string, variables: object) => {
  const before = await dump(api.pool);
  expect(await api.anonymous.refused(mutation, variables)).toMatchObject({ code: "UNAUTHENTICATED" });
  expect(await stranger.refused(mutation, variables)).toMatchObject({ code: "NOT_FOUND" });
  expect(await dump(api.pool)).toEqual(before);
};

describe("addresses", () => {
  const main = {
    type: "MAIN",
    line1: "Calle 50, edificio Sol",
    line2: "Piso 3",
    city: "Ciudad de Panamá",
    region: "Panamá",
    postalCode: "0801",
    country: "PA",
  };
  const selection = "addresses { type line1 line2 city region postalCode country }";

  it("the main one holds country, region, city, street and postal code, each told when it changes [F12] [F13] [F14] [F15] [F16] [F21]", async () => {
    const id = await addClient(owner, { teamId: north, addresses: [main] });
    const moved = {
      ...main,
      line1: "Vía España 100",
      city: "David",
      region: "Chiriquí",
      postalCode: "0401",
      country: "CR",
    };
    await refusedTo(UPDATE, { id, input: { addresses: [moved] } });
    expect(await read(id, selection)).toEqual({ addresses: [main] });
    await agent.ok(UPDATE, { id, input: { addresses: [moved] } });
    expect(await read(id, selection)).toEqual({ addresses: [moved] });
    const { timeline } = await read<{
      timeline: { nodes: { changes?: { field: string; before: string; after: string }[] }[] };
    }>(id, "timeline(first: 1) { nodes { ... on ClientEditedEntry { changes { field before after } } } }");
    const [change] = timeline.nodes[0]?.changes ?? [];
    expect(change?.field).toBe("addresses");
    for (const part of ["line1", "city", "region", "postalCode"] as const) {
      expect(change?.before).toContain(main[part]);
      expect(change?.after).toContain(moved[part]);
    }
  });

  it("one for invoices and any number of deliveries stand beside it; a second one of a kind that is one is refused [F21] [F22] [F23]", async () => {
    const billing = { ...main, type: "BILLING", line1: "Apartado 7" };
    const deliveries = [1, 2, 3].map((number) => ({ ...main, type: "SHIPPING", line1: `Bodega ${number}` }));
    const id = await addClient(owner, { addresses: [main, billing, ...deliveries] });
    expect(await read(id, selection)).toEqual({ addresses: [main, billing, ...deliveries] });
    for (const twice of [main, billing]) {
      const before = await dump(api.pool);
      expect(await owner.refused(UPDATE, { id, input: { addresses: [twice, ...deliveries, twice] } })).toMatchObject({
        code: "BAD_USER_INPUT",
        fields: [{ path: "addresses.4.type" }],
      });
      expect(await dump(api.pool)).toEqual(before);
    }
  });
});

describe("where a client came from", () => {
  it("is by hand when a person made it, and the API when a program did, whatever it says itself [F32] [F41] [F232]", async () => {
    const key = await addApiKey(owner, "ADMIN");
    const made = async (caller: Caller, email: string) =>
      (await caller.ok<{ createClient: { id: string; source: object } }>(CREATE, { input: { name: "Origen", email } }))
        .createClient;
    expect((await made(owner, "mano@example.org")).source).toEqual({ channel: "MANUAL" });
    const { id, source } = await made(key, "programa@example.org");
    expect(source).toEqual({ channel: "API" });
    expect(await key.refused(CREATE, { input: { name: "Otra vez", email: "PROGRAMA@example.org" } })).toMatchObject({
      code: "DUPLICATE_CLIENT",
    });
    const { text } = await key.gql(CREATE, {
      input: { name: "x", email: "x@example.org", source: { channel: "FORM" } },
    });
    expect(text).toContain("source");
    const { timeline } = await read<{ timeline: object }>(id, "timeline { nodes { __typename actor { name } } }");
    expect(timeline).toEqual({ nodes: [{ __typename: "ClientLifecycleEntry", actor: { name: "Olga" } }] });
  });

  it("campaign, utm parameters, device and referrer are shown and cannot be written over by a person [F32] [F33]", async () => {
    const id = await addClient(owner);
    await api.pool.query(
      `update client set source_channel = 'FORM', source_campaign = 'Feria', source_device = 'iPhone',
         source_referrer = 'https://example.com/', source_utm = '{"utm_source": "boletin"}' where id = $1`,
      [id],
    );
    expect(await read(id, "source { channel campaign device referrer utm }")).toEqual({
      source: {
        channel: "FORM",
        campaign: "Feria",
        device: "iPhone",
        referrer: "https://example.com/",
        utm: { utm_source: "boletin" },
      },
    });
    const { text } = await owner.gql(UPDATE, { id, input: { source: { device: "Windows" } } });
    expect(text).toContain("source");
  });
});

describe("from prospect to client to inactive", () => {
  it("keeps the record and everything that happened, and says when it was registered [F30] [F44] [F47] [F49]", async () => {
    const id = await addClient(owner, { teamId: north, name: "Almacén Luna" });
    const { createdAt } = await read<{ createdAt: string }>(id, "createdAt");
    expect(Math.abs(Date.now() - Date.parse(createdAt))).toBeLessThan(3_600_000);
    await agent.ok(NOTE, { clientId: id, input: { description: "<p>Interesado</p>" } });
    await refusedTo(UPDATE, { id, input: { status: "INACTIVE" } });
    for (const status of ["CLIENT", "INACTIVE"]) await agent.ok(UPDATE, { id, input: { status } });
    const inList = async (filter: object) =>
      (
        await agent.ok<{ clients: { nodes: { id: string }[] } }>(
          "query ($filter: ClientFilter) { clients(filter: $filter) { nodes { id } } }",
          { filter: { search: "almacen luna", ...filter } },
        )
      ).clients.nodes;
    expect(await inList({})).toEqual([]);
    expect(await inList({ status: ["INACTIVE"] })).toEqual([{ id }]);
    expect(await read(id, "name status createdAt timeline { nodes { kind } }", agent)).toEqual({
      name: "Almacén Luna",
      status: "INACTIVE",
      createdAt,
      timeline: {
        nodes: [{ kind: "STATUS_CHANGED" }, { kind: "STATUS_CHANGED" }, { kind: "NOTE" }, { kind: "CLIENT_CREATED" }],
      },
    });
    await update(id, { status: "CLIENT" });
    expect(await inList({})).toEqual([{ id }]);
  });
});

describe("internal notes", () => {
  it("are read by the team of the client, and by nobody else [F199]", async () => {
    const id = await addClient(owner, { teamId: north });
    const secret = "Paga tarde, no dar crédito";
    const written = { clientId: id, input: { description: `<p>${secret}</p>` } };
    await refusedTo(NOTE, written);
    const { addTimelineEntry: note } = await agent.ok<{ addTimelineEntry: { id: string } }>(NOTE, written);
    const TIMELINE =
      "query ($id: ID!) { client(id: $id) { timeline { nodes { ... on ManualEntry { id description } } } } }";
    expect(JSON.stringify(await agent.ok(TIMELINE, { id }))).toContain(secret);
    expect(await stranger.ok(TIMELINE, { id })).toEqual({ client: null });
    expect(await api.anonymous.refused(TIMELINE, { id })).toMatchObject({ code: "UNAUTHENTICATED" });
    const LATEST = "{ latestActivity { nodes { id } } }";
    expect(JSON.stringify(await agent.ok(LATEST))).toContain(note.id);
    expect(JSON.stringify(await stranger.ok(LATEST))).not.toContain(note.id);
  });
});
