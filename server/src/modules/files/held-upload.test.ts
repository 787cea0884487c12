import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { type ClientRequest, type IncomingMessage, request } from "node:http";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addApiKey, addClient, addPerson, addTeam, startBusiness } from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";

const USER = "mutation ($id: ID!, $input: UpdateUserInput!) { updateUser(id: $id, input: $input) { id } }";
const CLIENT = "mutation ($id: ID!, $input: UpdateClientInput!) { updateClient(id: $id, input: $input) { id } }";

let api: Awaited<ReturnType<typeof startBusiness>>;
let owner: Caller;
let north: string;
let south: string;
let photo: Buffer;
let people = 0;

beforeAll(async () => {
  api = await startBusiness();
  owner = api.owner;
  [north, south] = [await addTeam(owner, "Norte"), await addTeam(owner, "Sur")];
  photo = await sharp({ create: { width: 20, height: 10, channels: 3, background: "red" } })
    .png()
    .toBuffer();
});
afterAll(() => api.stop());

/** All that the storage holds, files under way among it. */
const stored = async () =>
  (await readdir(join(api.dataDir, "files"), { recursive: true, withFileTypes: true })).filter((one) => one.isFile());

/** An upload of which the first half has arrived. */
async function begin(caller: Caller, path: string): Promise<ClientRequest> {
  const headers = { ...caller.headers, "x-requested-with": "test", "content-type": "image/png" };
  const upload = request(`${caller.url}/files${path}`, { method: "PUT", headers });
  upload.on("error", () => undefined);
  const half = photo.subarray(0, photo.length / 2);
  if (path.startsWith("/clients")) {
    const before = (await stored()).length;
    upload.write(half);
    await expect.poll(async () => (await stored()).length, { timeout: 15_000, interval: 10 }).toBe(before + 1);
  } else {
    // Nothing tells from outside that it began but that the route has looked the caller up.
    const looked = once(api.core.pool, "release");
    upload.write(half);
    await looked;
  }
  return upload;
}
async function end(upload: ClientRequest): Promise<number | undefined> {
  upload.end(photo.subarray(photo.length / 2));
  const [response] = (await once(upload, "response")) as [IncomingMessage];
  response.resume();
  return response.statusCode;
}

describe.each([
  ["a file", (id: string) => `/clients/${id}?name=foto.png`],
  ["a picture of the client", (id: string) => `/avatars/${id}`],
])("%s that is being sent while rights end is refused, and leaves nothing", (_, pathOf) => {
  it.each<[string, number, (what: { clientId: string; id: string; caller: Caller }) => Promise<unknown>]>([
    [
      "the client goes to another team",
      404,
      ({ clientId }) => owner.ok(CLIENT, { id: clientId, input: { teamId: south } }),
    ],
    [
      "the client is deleted",
      404,
      ({ clientId }) => owner.ok("mutation ($id: ID!) { deleteClient(id: $id) }", { id: clientId }),
    ],
    ["the person goes to another team", 404, ({ id }) => owner.ok(USER, { id, input: { teamIds: [south] } })],
    ["the person is deactivated", 401, ({ id }) => owner.ok(USER, { id, input: { active: false } })],
    ["the person signs out", 401, ({ caller }) => caller.ok("mutation { signOut }")],
  ])("when %s", async (_when, status, change) => {
    const person = await addPerson(owner, "AGENT", `Agente ${++people}`, [north]);
    const clientId = await addClient(owner, { teamId: north });
    const before = await stored();
    const upload = await begin(person.caller, pathOf(clientId));
    await change({ ...person, clientId });
    expect(await end(upload)).toBe(status);
    expect(await stored()).toEqual(before);
    const { rows } = await api.pool.query(
      "select from client_file where client_id = $1 union all select from client where id = $1 and avatar_id is not null",
      [clientId],
    );
    expect(rows).toEqual([]);
  });

  it("when its key is revoked", async () => {
    const key = await addApiKey(owner, "ADMIN");
    const clientId = await addClient(owner);
    const before = await stored();
    const upload = await begin(key, pathOf(clientId));
    await owner.ok("mutation ($id: ID!) { revokeApiKey(id: $id) }", { id: key.keyId });
    expect(await end(upload)).toBe(401);
    expect(await stored()).toEqual(before);
  });

  it("and arrives when nothing changed", async () => {
    const upload = await begin(owner, pathOf(await addClient(owner)));
    expect(await end(upload)).toBeLessThan(300);
  });
});

describe("the bytes of a file that does not become known go", () => {
  const put = (path: string) =>
    owner.send({ path: `/files/clients/${path}`, method: "PUT", body: photo, headers: { "x-requested-with": "test" } });

  it("when the transaction fails, those of its preview too", async () => {
    const clientId = await addClient(owner);
    const before = await stored();
    await api.pool.query("alter table client_file add constraint broken check (name <> 'foto.png') not valid");
    expect((await put(`${clientId}?name=foto.png`)).status).toBe(500);
    await api.pool.query("alter table client_file drop constraint broken");
    expect(await stored()).toEqual(before);
  });

  it("when its name is none", async () => {
    const clientId = await addClient(owner);
    const before = await stored();
    expect((await put(`${clientId}?name=..`)).status).toBe(400);
    expect(await stored()).toEqual(before);
  });
});
