import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addApiKey, addClient, addPerson, addTeam, dump, startBusiness } from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";

let api: Awaited<ReturnType<typeof startBusiness>>;
let owner: Caller;
let agent: Caller;
let stranger: Caller;
let team: string;
let photo: Buffer;

beforeAll(async () => {
  api = await startBusiness();
  owner = api.owner;
  team = await addTeam(owner, "Norte");
  agent = (await addPerson(owner, "AGENT", "Ana", [team])).caller;
  stranger = (await addPerson(owner, "AGENT", "Berta", [await addTeam(owner, "Sur")])).caller;
  photo = await picture().jpeg().toBuffer();
});
afterAll(() => api.stop());

/** 400 × 300, its left half red and its right half blue. */
const picture = () =>
  sharp({ create: { width: 400, height: 300, channels: 3, background: "#0000ff" } }).composite([
    { input: { create: { width: 200, height: 300, channels: 3, background: "#ff0000" } }, left: 0, top: 0 },
  ]);

const put = (caller: Caller, clientId: string, body: Buffer, headers: Record<string, string> = {}) =>
  caller.send({
    path: `/files/avatars/${clientId}`,
    method: "PUT",
    headers: { "x-requested-with": "clientela", "content-type": "image/jpeg", ...headers },
    body,
  });
const download = async (caller: Caller, path: string) => {
  const response = await fetch(caller.url + path, { headers: caller.headers });
  return { response, bytes: Buffer.from(await response.arrayBuffer()) };
};
const avatarOf = async (id: string): Promise<string | null> =>
  (
    await owner.ok<{ client: { avatarUrl: string | null } }>("query ($id: ID!) { client(id: $id) { avatarUrl } }", {
      id,
    })
  ).client.avatarUrl;
const fileCount = async () =>
  Number((await api.pool.query<{ count: string }>("select count(*) from file_object")).rows[0]?.count);

test("a picture becomes a square WebP, whatever it was [F27]", async () => {
  for (const format of ["jpeg", "png", "webp", "gif", "avif"] as const) {
    const id = await addClient(owner);
    const answer = await put(owner, id, await picture().toFormat(format).toBuffer());
    expect([format, answer.status]).toEqual([format, 200]);
    const { response, bytes } = await download(owner, (await avatarOf(id)) as string);
    expect(response.headers.get("content-type")).toBe("image/webp");
    const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
    expect(info).toMatchObject({ format: "raw", width: 256, height: 256, channels: 3 });
    expect((await sharp(bytes).metadata()).format).toBe("webp");
    expect([data[0], data[2]].map((value) => (value as number) > 128)).toEqual([true, false]);
  }
});

test("it is served as an image and as nothing else, kept by who received it and asked for each time", async () => {
  const id = await addClient(owner);
  await put(owner, id, photo);
  const { response } = await download(owner, (await avatarOf(id)) as string);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "content-type": "image/webp",
    "cache-control": "private, no-cache",
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
  });
  const path = (await avatarOf(id)) as string;
  const again = { "if-none-match": response.headers.get("etag") as string };
  const asked = (caller: Caller) => caller.with(again).send({ path, method: "GET" });
  expect(await asked(owner)).toMatchObject({ status: 304, text: "" });
  expect((await asked(api.anonymous)).status).toBe(401);
  expect((await asked(stranger)).status).toBe(404);
});

test("a new picture has a new address, the former one is gone, and so is a deleted one [F27]", async () => {
  const id = await addClient(owner);
  const before = await fileCount();
  await put(owner, id, photo);
  const former = (await avatarOf(id)) as string;
  await put(owner, id, await picture().png().toBuffer());
  const current = (await avatarOf(id)) as string;
  expect(current).not.toBe(former);
  expect((await download(owner, former)).response.status).toBe(404);
  expect(await fileCount()).toBe(before + 1);
  const answer = await owner.send({
    path: `/files/avatars/${id}`,
    method: "DELETE",
    headers: { "x-requested-with": "clientela" },
  });
  expect([answer.status, answer.text]).toEqual([200, '{"avatarUrl":null}']);
  expect(await avatarOf(id)).toBeNull();
  expect((await download(owner, current)).response.status).toBe(404);
  expect(await fileCount()).toBe(before);
});

test("a picture that came, changed and went is told on the timeline, with who did it [F27][F96]", async () => {
  const id = await addClient(owner, { teamId: team });
  for (let i = 0; i < 2; i += 1) await put(agent, id, photo);
  await agent.send({ path: `/files/avatars/${id}`, method: "DELETE", headers: { "x-requested-with": "clientela" } });
  const { client } = await owner.ok<{ client: { timeline: { nodes: object[] } } }>(
    `query ($id: ID!) { client(id: $id) { timeline(filter: { kinds: [CLIENT_EDITED] }) { nodes {
      summary actor { name } ... on ClientEditedEntry { changes { field label before after } } } } } }`,
    { id },
  );
  const entry = (before: string | null, after: string | null) => ({
    summary: "Se editó: Foto",
    actor: { name: "Ana" },
    changes: [{ field: "avatarUrl", label: "Foto", before, after }],
  });
  expect(client.timeline.nodes).toEqual([
    entry("una foto", null),
    entry("una foto", "una foto"),
    entry(null, "una foto"),
  ]);
});

test("nothing of the file but its picture is kept: no place, no script, no second file [Q24]", async () => {
  const id = await addClient(owner);
  const secret = "<script>alert(1)</script>";
  const tagged = await picture()
    .withExif({ IFD0: { Copyright: secret }, IFD3: { GPSLatitude: "51/1 30/1 3230/100" } })
    .jpeg()
    .toBuffer();
  const zip = Buffer.from("PK\u0003\u0004 evil.html");
  expect(tagged.includes(secret)).toBe(true);
  expect((await put(owner, id, Buffer.concat([tagged, Buffer.from(secret), zip]))).status).toBe(200);
  const { bytes } = await download(owner, (await avatarOf(id)) as string);
  for (const part of ["script", "PK\u0003\u0004", "Exif", "GPS"]) expect(bytes.includes(part)).toBe(false);
});

describe("refuses what is no picture [Q24]", () => {
  const svg = `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>`;
  test.each([
    ["SVG", () => Buffer.from(svg)],
    ["SVG without its declaration", () => Buffer.from(svg.slice(21))],
    ["HTML", () => Buffer.from("<!doctype html><script>alert(1)</script>")],
    ["HTML that begins like a GIF", () => Buffer.from("GIF89a/*<html><script>*/=1;alert(1)</script>")],
    ["HTML that begins like a PNG", () => Buffer.from("\x89PNG\r\n\x1a\n<html><script>alert(1)</script>", "latin1")],
    ["PDF", () => Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj")],
    ["TIFF", () => picture().tiff().toBuffer()],
    ["a picture cut short", () => photo.subarray(0, photo.length / 2)],
    ["nothing", () => Buffer.alloc(0)],
    [
      "a picture of more than 60 million pixels",
      () =>
        sharp({ create: { width: 9000, height: 7000, channels: 3, background: "#fff" } })
          .png()
          .toBuffer(),
    ],
  ])("%s", async (_what, make) => {
    const id = await addClient(owner);
    const answer = await put(owner, id, await make());
    expect([answer.status, answer.errors]).toEqual([
      400,
      [
        {
          message: "Revisa los datos marcados",
          extensions: {
            code: "BAD_USER_INPUT",
            fields: [{ path: "file", message: "Tiene que ser una imagen JPEG, PNG, WebP, GIF o AVIF" }],
          },
        },
      ],
    ]);
    expect(await avatarOf(id)).toBeNull();
  });

  test("more than 5 MB, and what is compressed on its way", async () => {
    const id = await addClient(owner);
    const large = await put(owner, id, Buffer.concat([photo, Buffer.alloc(5 << 20)]));
    expect([large.status, large.errors[0]?.extensions?.code]).toEqual([413, "BAD_USER_INPUT"]);
    expect((await put(owner, id, photo, { "content-encoding": "gzip" })).status).toBe(400);
    expect(await avatarOf(id)).toBeNull();
  });
});

describe("who may see and change a picture [Q9] [Q11]", () => {
  test("its client's team, with a session or an API key", async () => {
    const id = await addClient(owner, { teamId: team });
    expect((await put(agent, id, photo)).status).toBe(200);
    const key = await addApiKey(owner, "ADMIN");
    expect((await put(key, id, photo)).status).toBe(200);
    const path = (await avatarOf(id)) as string;
    for (const [caller, status] of [
      [agent, 200],
      [key, 200],
      [stranger, 404],
      [api.anonymous, 401],
    ] as const) {
      expect((await download(caller, path)).response.status).toBe(status);
    }
  });

  test("a refusal changes no byte, and says the same of a foreign client as of none [Q10]", async () => {
    const id = await addClient(owner, { teamId: team });
    const before = await dump(api.pool);
    const foreign = await put(stranger, id, photo);
    const missing = await put(stranger, "01900000-0000-7000-8000-000000000000", photo);
    expect([foreign.status, foreign.text]).toEqual([404, missing.text]);
    expect((await put(stranger, "nothing", photo)).text).toBe(missing.text);
    expect((await put(api.anonymous, id, photo)).status).toBe(401);
    expect((await put(owner, id, photo, { "x-requested-with": "" })).status).toBe(403);
    for (const method of ["POST", "PATCH"]) {
      const headers = { "x-requested-with": "clientela" };
      expect((await owner.send({ path: `/files/avatars/${id}`, method, headers, body: photo })).status).toBe(404);
    }
    expect(await dump(api.pool)).toEqual(before);
  });

  test.each([
    "/files/nothing",
    "/files/01900000-0000-7000-8000-000000000000",
    "/files/..%2f..%2fetc%2fpasswd",
    "/files",
  ])("%s does not exist", async (path) => {
    const { response, bytes } = await download(owner, path);
    expect(response.status).toBe(404);
    expect(JSON.parse(bytes.toString())).toMatchObject({ errors: [{ extensions: { code: "NOT_FOUND" } }] });
  });
});
