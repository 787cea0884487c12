import { afterAll, beforeAll, expect, test } from "vitest";
import { addClient, addPerson, addTeam, changeSettings, type Person, startBusiness } from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";

let api: Awaited<ReturnType<typeof startBusiness>>;
let owner: Caller;
let ana: Person;
let berta: Person;
let client: string;

beforeAll(async () => {
  api = await startBusiness();
  owner = api.owner;
  const [north, south] = [await addTeam(owner, "Norte"), await addTeam(owner, "Sur")];
  ana = await addPerson(owner, "AGENT", "Ana", [north]);
  berta = await addPerson(owner, "AGENT", "Berta", [south]);
  await addPerson(owner, "ADMIN", "Carla");
  await owner.ok(
    `mutation ($teams: [ID!]) { inviteUser(input: { name: "Dora", email: "dora@example.com", role: AGENT, teamIds: $teams }) { link } }`,
    {
      teams: [north],
    },
  );
  client = await addClient(owner, { teamId: north });
});
afterAll(() => api.stop());

const AUDIENCE = "query ($id: ID!) { clientAudience(id: $id) { name } }";
const audience = async (caller: Caller) =>
  (await caller.ok<{ clientAudience: { name: string }[] }>(AUDIENCE, { id: client })).clientAudience.map(
    ({ name }) => name,
  );

test("who can see a client are those whom the gate lets through [B16] [F204] [F208]", async () => {
  expect(await audience(owner)).toEqual(["Ana", "Carla", "Olga"]);
  expect(await audience(ana.caller)).toEqual(["Ana", "Carla", "Olga"]);
});

test("it follows settings and people at once [B16]", async () => {
  await changeSettings(owner, { restrictAgentsToTeams: false });
  expect(await audience(owner)).toEqual(["Ana", "Berta", "Carla", "Olga"]);
  await owner.ok("mutation ($id: ID!) { updateUser(id: $id, input: { active: false }) { id } }", { id: berta.id });
  expect(await audience(owner)).toEqual(["Ana", "Carla", "Olga"]);
  await owner.ok("mutation ($id: ID!) { updateUser(id: $id, input: { active: true }) { id } }", { id: berta.id });
  await changeSettings(owner, { restrictAgentsToTeams: true });
  expect(await audience(owner)).toEqual(["Ana", "Carla", "Olga"]);
});

test("it agrees with what each of them is answered, and tells strangers nothing [Q11] [Q12]", async () => {
  const caller = await api.signIn(berta.email);
  expect(await caller.ok("query ($id: ID!) { client(id: $id) { id } }", { id: client })).toEqual({ client: null });
  const foreign = await caller.gql(AUDIENCE, { id: client });
  expect(foreign.errors[0]?.extensions?.code).toBe("NOT_FOUND");
  for (const id of ["nothing", "01900000-0000-7000-8000-000000000000"]) {
    expect((await caller.gql(AUDIENCE, { id })).text).toBe(foreign.text);
  }
});
