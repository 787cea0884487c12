import { createHash, randomBytes, randomUUID } from "node:crypto";
import { readdir } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { addClient, addPerson, addTeam, startBusiness } from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";
import { startS3 } from "../../../test/s3.ts";
import { diskStorage } from "../../core/storage/disk.ts";
import { s3Storage } from "../../core/storage/s3.ts";
import { tidyFiles } from "./client-file.jobs.ts";

interface File {
  id: string;
  name: string;
  mimeType: string;
  size: number;
  url: string;
  previewUrl: string | null;
  uploadedBy: { name: string } | null;
  viewerCanDelete: boolean;
}
const FILE = "id name mimeType size url previewUrl uploadedBy { name } viewerCanDelete";
const DELETE = "mutation ($id: ID!) { deleteClientFile(id: $id) }";
const RESTORE = `mutation ($id: ID!) { restoreClientFile(id: $id) { ${FILE} } }`;
const ADD = `mutation ($id: ID!, $files: [ID!]) { addTimelineEntry(clientId: $id, input: { description: "Nota", fileIds: $files })
  { id ... on ManualEntry { files { ${FILE} } revisions { change files } } } }`;
const EDIT = `mutation ($id: ID!, $files: [ID!]) { updateTimelineEntry(id: $id, input: { description: "Nota", fileIds: $files })
  { id editedAt ... on ManualEntry { files { ${FILE} } revisions { change files } } } }`;
interface Entry {
  id: string;
  files: File[];
  revisions: { change: string; files: string[] }[];
}

let api: Awaited<ReturnType<typeof startBusiness>>;
let owner: Caller;
let agent: Caller;
let colleague: Caller;
let stranger: Caller;
beforeAll(async () => {
  api = await startBusiness();
  owner = api.owner;
  const team = await addTeam(owner, "Norte");
  agent = (await addPerson(owner, "AGENT", "Ana", [team])).caller;
  colleague = (await addPerson(owner, "AGENT", "Bea", [team])).caller;
  stranger = (await addPerson(owner, "AGENT", "Zoe", [await addTeam(owner, "Sur")])).caller;
});
afterAll(() => api.stop());

const put = (caller: Caller, path: string, body: string | Buffer, headers: object = { "x-requested-with": "test" }) =>
  caller.send({ path: `/files/clients/${path}`, method: "PUT", body, headers: { ...headers } });
const upload = async (caller: Caller, clientId: string, name: string, body: string | Buffer, waits = false) => {
  const { status, text } = await put(
    caller,
    `${clientId}?name=${encodeURIComponent(name)}${waits ? "&waits" : ""}`,
    body,
  );
  expect(text).toContain('"id"');
  expect(status).toBe(201);
  return JSON.parse(text) as File;
};
const get = (caller: Caller, path: string) => caller.send({ path, method: "GET" });
const filesOf = async (caller: Caller, id: string) => {
  const { client } = await caller.ok<{ client: { files: { nodes: File[]; totalCount: number } } }>(
    `query ($id: ID!) { client(id: $id) { files { totalCount nodes { ${FILE} } } } }`,
    { id },
  );
  expect(client.files.totalCount).toBe(client.files.nodes.length);
  return client.files.nodes;
};
const picture = () => sharp({ create: { width: 20, height: 10, channels: 3, background: "red" } });

describe("a file of a client [F200]", () => {
  it("comes back byte for byte, as a download under its name", async () => {
    const id = await addClient(agent);
    const bytes = randomBytes(300_000);
    const file = await upload(agent, id, "Contrato «firmado» ñ.bin", bytes);
    expect(await filesOf(colleague, id)).toMatchObject([
      {
        id: file.id,
        name: "Contrato «firmado» ñ.bin",
        mimeType: "application/octet-stream",
        size: bytes.length,
        previewUrl: null,
        uploadedBy: { name: "Ana" },
        viewerCanDelete: false,
      },
    ]);
    const response = await fetch(`${api.url}/files/documents/${file.id}`, { headers: colleague.headers });
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-disposition": `attachment; filename="Contrato _firmado_ _.bin"; filename*=UTF-8''Contrato%20%C2%ABfirmado%C2%BB%20%C3%B1.bin`,
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-cache, no-transform",
    });
  });

  it.each([
    ["a.svg", '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ["a.html", "<!doctype html><script>alert(1)</script>"],
    ["a.png", "GIF89a/*<svg onload=alert(1)>*/=1;alert(1)"],
    ["a.jpg", '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></html>'],
  ])("is never shown by itself: %s [Q24]", async (name, body) => {
    const { id, previewUrl } = await upload(agent, await addClient(agent), name, body);
    expect(previewUrl).toBeNull();
    const { headers, status } = await get(agent, `/files/documents/${id}`);
    expect(status).toBe(200);
    expect(headers["content-disposition"]).toMatch(/^attachment;/);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect((await get(agent, `/files/documents/${id}/preview`)).status).toBe(404);
  });

  it("that is a picture is shown drawn anew, without what hides behind it [Q24]", async () => {
    const hidden = Buffer.from("<script>alert(1)</script>");
    const bytes = Buffer.concat([await picture().png().toBuffer(), hidden]);
    const { previewUrl, mimeType } = await upload(agent, await addClient(agent), "foto.txt", bytes);
    expect(mimeType).toBe("image/png");
    const response = await fetch(api.url + previewUrl, { headers: agent.headers });
    const shown = Buffer.from(await response.arrayBuffer());
    expect(response.headers.get("content-type")).toBe("image/webp");
    expect(await sharp(shown).metadata()).toMatchObject({ format: "webp", width: 20, height: 10 });
    expect(shown.includes(hidden)).toBe(false);
  });

  it("is there for who sees the client, each time, and for nobody else", async () => {
    const id = await addClient(agent);
    const { id: fileId } = await upload(agent, id, "a.png", await picture().png().toBuffer());
    const paths = [`/files/documents/${fileId}`, `/files/documents/${fileId}/preview`];
    for (const path of paths) {
      expect((await get(colleague, path)).status).toBe(200);
      expect((await get(stranger, path)).text).toBe((await get(stranger, "/files/documents/nada")).text);
      expect((await get(stranger, path)).status).toBe(404);
      expect((await get(api.anonymous, path)).status).toBe(401);
    }
    await owner.ok("mutation ($id: ID!) { updateClient(id: $id, input: { teamId: null }) { id } }", { id });
    for (const path of paths) expect((await get(agent, path)).status).toBe(404);
  });

  it("is refused signed out, without the header, for another team's client, empty, nameless or too large", async () => {
    const id = await addClient(agent);
    const before = (await api.pool.query("select count(*) from client_file")).rows[0].count;
    expect((await put(api.anonymous, `${id}?name=a`, "x")).status).toBe(401);
    expect((await put(agent, `${id}?name=a`, "x", {})).status).toBe(403);
    const foreign = await put(stranger, `${id}?name=a`, "x");
    expect([foreign.status, foreign.text]).toEqual([404, (await put(stranger, "nada?name=a", "x")).text]);
    const wrong = async (path: string, body: string | Buffer) => {
      const { status, errors } = await put(agent, path, body);
      const fields = errors[0]?.extensions?.fields as { message: string }[] | undefined;
      return [status, fields?.[0]?.message];
    };
    expect(await wrong(`${id}?name=a`, "")).toEqual([400, "El archivo está vacío"]);
    expect(await wrong(id, "x")).toEqual([400, "Dale un nombre al archivo"]);
    expect(await wrong(`${id}?name=..%2F..`, "x")).toEqual([400, "Dale un nombre al archivo"]);
    expect(await wrong(`${id}?name=a`, Buffer.alloc((1 << 20) + 1))).toEqual([413, "Como mucho 1 MB"]);
    expect((await api.pool.query("select count(*) from client_file")).rows[0].count).toBe(before);
    expect(await filesOf(agent, id)).toEqual([]);
  });

  it.each([
    ["../../etc/passwd", "passwd"],
    ["C:\\Users\\ana\\informe.pdf", "informe.pdf"],
    ["a\r\nSet-Cookie: x=1.txt", "a Set-Cookie: x=1.txt"],
    [`${"x".repeat(300)}.pdf`, `${"x".repeat(196)}.pdf`],
  ])("named %j is called %j", async (given, name) => {
    expect((await upload(agent, await addClient(agent), given, "x")).name).toBe(name);
  });

  it("without a stated length is cut off at the limit, and one broken off leaves nothing behind", async () => {
    const id = await addClient(agent);
    const chunks = async function* () {
      for (let i = 0; i < 40; i++) yield Buffer.alloc(65_536);
    };
    const response = await fetch(`${api.url}/files/clients/${id}?name=a`, {
      method: "PUT",
      headers: { ...agent.headers, "x-requested-with": "test" },
      body: ReadableStream.from(chunks()),
      duplex: "half",
    } as RequestInit).catch(() => null);
    // The connection may be closed before all was sent.
    if (response) expect(response.status).toBe(413);
    const { hostname, port } = new URL(api.url);
    const socket = connect(Number(port), hostname);
    socket.write(
      `PUT /files/clients/${id}?name=b HTTP/1.1\r\nHost: x\r\nCookie: ${agent.headers.cookie}\r\nX-Requested-With: t\r\nContent-Length: 1000\r\n\r\nabc`,
    );
    await vi.waitFor(async () => expect(await readdir(join(api.dataDir, "files/incoming"))).toHaveLength(1));
    socket.destroy();
    await vi.waitFor(async () => expect(await readdir(join(api.dataDir, "files/incoming"))).toEqual([]));
    expect(await filesOf(agent, id)).toEqual([]);
  });

  it("is deleted by its uploader or an admin, comes back, and goes with its bytes a month later", async () => {
    const id = await addClient(agent);
    const { id: fileId } = await upload(agent, id, "a.txt", "hola");
    expect(await colleague.refused(DELETE, { id: fileId })).toMatchObject({ code: "FORBIDDEN" });
    expect(await stranger.refused(DELETE, { id: fileId })).toMatchObject({ code: "NOT_FOUND" });
    await agent.ok(DELETE, { id: fileId });
    expect(await filesOf(agent, id)).toEqual([]);
    expect((await get(agent, `/files/documents/${fileId}`)).status).toBe(404);
    await owner.ok(RESTORE, { id: fileId });
    expect((await get(agent, `/files/documents/${fileId}`)).text).toBe("hola");
    await owner.ok(DELETE, { id: fileId });
    await api.pool.query("update client_file set deleted_at = now() - interval '31 days' where id = $1", [fileId]);
    await tidy();
    expect(await owner.refused(RESTORE, { id: fileId })).toMatchObject({ code: "NOT_FOUND" });
    expect((await api.pool.query("select storage_key from client_file where id = $1", [fileId])).rows).toEqual([
      { storage_key: null },
    ]);
  });
});

const tidy = async () => tidyFiles.run(api.core, {}, { number: 1, signal: new AbortController().signal });

describe("files of an activity [F105]", () => {
  it("wait for it, are its own, and what it had is kept", async () => {
    const id = await addClient(agent);
    const [one, two] = [await upload(agent, id, "1.txt", "uno", true), await upload(agent, id, "2.txt", "dos", true)];
    expect(await filesOf(agent, id)).toEqual([]);
    expect((await get(agent, `/files/documents/${one.id}`)).text).toBe("uno");
    expect((await get(colleague, `/files/documents/${one.id}`)).status).toBe(404);
    const { addTimelineEntry: entry } = await agent.ok<{ addTimelineEntry: Entry }>(ADD, {
      id,
      files: [two.id, one.id.toUpperCase()],
    });
    expect(entry.files.map(({ name }) => name)).toEqual(["2.txt", "1.txt"]);
    expect(entry.revisions).toEqual([]);
    expect((await get(colleague, `/files/documents/${one.id}`)).text).toBe("uno");
    expect(await filesOf(colleague, id)).toHaveLength(2);

    const { updateTimelineEntry: kept } = await agent.ok<{ updateTimelineEntry: Entry }>(EDIT, { id: entry.id });
    expect(kept.files).toHaveLength(2);
    const { updateTimelineEntry: changed } = await agent.ok<{ updateTimelineEntry: Entry }>(EDIT, {
      id: entry.id,
      files: [one.id],
    });
    expect(changed.files.map(({ name }) => name)).toEqual(["1.txt"]);
    expect(changed.revisions).toEqual([{ change: "EDITED", files: ["2.txt", "1.txt"] }]);
    expect((await filesOf(agent, id)).map(({ name }) => name)).toEqual(["1.txt"]);

    await agent.ok("mutation ($id: ID!) { deleteTimelineEntry(id: $id) }", { id: entry.id });
    expect(await filesOf(agent, id)).toEqual([]);
    expect((await get(agent, `/files/documents/${one.id}`)).status).toBe(404);
  });

  it("deleted by themselves leave it, and come back to it", async () => {
    const id = await addClient(agent);
    const file = await upload(agent, id, "1.txt", "uno", true);
    const { addTimelineEntry: entry } = await agent.ok<{ addTimelineEntry: Entry }>(ADD, { id, files: [file.id] });
    await agent.ok(DELETE, { id: file.id });
    const { updateTimelineEntry: without } = await agent.ok<{ updateTimelineEntry: Entry }>(EDIT, { id: entry.id });
    expect(without.files).toEqual([]);
    expect(without.revisions).toEqual([{ change: "EDITED", files: ["1.txt"] }]);
    await agent.ok(RESTORE, { id: file.id });
    const { updateTimelineEntry: back } = await agent.ok<{ updateTimelineEntry: Entry }>(EDIT, { id: entry.id });
    expect(back.files.map(({ name }) => name)).toEqual(["1.txt"]);
  });

  it("are refused when they are another's, of another client or activity, or none", async () => {
    const id = await addClient(agent);
    const used = await upload(agent, id, "1.txt", "uno", true);
    await agent.ok(ADD, { id, files: [used.id] });
    const wrong = [
      (await upload(colleague, id, "1.txt", "uno", true)).id,
      (await upload(agent, await addClient(agent), "1.txt", "uno", true)).id,
      (await upload(agent, id, "1.txt", "uno")).id,
      used.id,
      "nada",
      "01900000-0000-7000-8000-000000000000",
    ];
    for (const file of wrong) {
      expect(await agent.refused(ADD, { id, files: [file] })).toMatchObject({
        code: "BAD_USER_INPUT",
        fields: [{ path: "fileIds" }],
      });
    }
    const { addTimelineEntry } = await agent.ok<{ addTimelineEntry: Entry }>(ADD, { id, files: [] });
    expect(addTimelineEntry.files).toEqual([]);
  });

  it("that no activity took are gone after a day, with their bytes", async () => {
    const id = await addClient(agent);
    const stray = await upload(agent, id, "1.txt", "uno", true);
    const fresh = await upload(agent, id, "2.txt", "dos", true);
    const { rows } = await api.pool.query("select storage_key from client_file where id = $1", [stray.id]);
    await api.pool.query("update client_file set created_at = now() - interval '25 hours' where id = $1", [stray.id]);
    await tidy();
    expect((await get(agent, `/files/documents/${stray.id}`)).status).toBe(404);
    expect((await get(agent, `/files/documents/${fresh.id}`)).status).toBe(200);
    await expect(api.core.storage.open(rows[0].storage_key)).rejects.toThrow();
  });
});

describe("a storage", () => {
  it.each(["disk", "s3"])("on %s keeps a file, opens it, and forgets it", async (kind) => {
    const s3 = kind === "s3" ? await startS3() : undefined;
    const storage = s3 ? await s3Storage(s3.env) : await diskStorage(api.dataDir);
    const { writeFile } = await import("node:fs/promises");
    const bytes = randomBytes(3_000_000);
    const path = join(storage.incoming, "one");
    await writeFile(path, bytes);
    const key = randomUUID();
    await storage.keep(key, path);
    expect(await readdir(storage.incoming)).not.toContain("one");
    const hash = createHash("sha256");
    for await (const chunk of await storage.open(key)) hash.update(chunk as Buffer);
    expect(hash.digest()).toEqual(createHash("sha256").update(bytes).digest());
    await storage.remove(key);
    await storage.remove(key);
    await expect(storage.open(key)).rejects.toThrow();
    await s3?.stop();
  });
});
