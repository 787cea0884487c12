import { afterAll, beforeAll, expect, it } from "vitest";
import { addClient, addPerson, addTag, addTask, addTeam, startBusiness } from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";
import { tidyMerges } from "./merge.jobs.ts";

const NOTE = `mutation ($id: ID!, $text: String!) { addTimelineEntry(clientId: $id, input: { description: $text }) { id } }`;
const UPDATE = "mutation ($id: ID!, $input: UpdateClientInput!) { updateClient(id: $id, input: $input) { id } }";
const UNDO = "mutation ($id: ID!) { undoMerge(id: $id) { id } }";

let business: Awaited<ReturnType<typeof startBusiness>>;
let owner: Caller;
beforeAll(async () => {
  business = await startBusiness();
  owner = business.owner;
});
afterAll(() => business.stop());

const merge = async (survivorId: string, otherIds: string[], fields?: object) =>
  (
    await owner.ok<{ mergeClients: { mergeId: string } }>(
      "mutation ($input: MergeClientsInput!) { mergeClients(input: $input) { mergeId } }",
      { input: { survivorId, otherIds, fields } },
    )
  ).mergeClients.mergeId;
const left = async (id: string) =>
  (await owner.ok<{ clientMerge: { left: string[] } }>("query ($id: ID!) { clientMerge(id: $id) { left } }", { id }))
    .clientMerge.left;
const add = async (mutation: string, variables: object) =>
  (Object.values(await owner.ok<Record<string, { id: string }>>(mutation, variables))[0] as { id: string }).id;

it("an undo says what can no longer stand, what came since and what is no more [B1]", async () => {
  const owners = await addPerson(owner, "AGENT", "Nora", [await addTeam(owner, "Norte")]);
  const vip = await addTag(owner, "VIP");
  const field = await add(
    `mutation { createCustomField(input: { key: "zona", label: "Zona", type: TEXT }) { id } }`,
    {},
  );
  const a = await addClient(owner, { name: "Gil", email: "gil@example.test", phone: "+50726500001" });
  const b = await addClient(owner, {
    name: "Luna",
    email: "luna@example.test",
    website: "https://luna.test",
    tagIds: [vip],
    ownerId: owners.id,
    customFields: { zona: "Este" },
  });
  const entry = await add(NOTE, { id: b, text: "Antes" });
  const mergeId = await merge(a, [b], { phone: b });

  await owner.ok("mutation ($id: ID!) { deleteTag(id: $id) }", { id: vip });
  await owner.ok("mutation ($id: ID!) { deleteCustomField(id: $id) }", { id: field });
  await owner.ok("mutation ($id: ID!) { updateUser(id: $id, input: { active: false }) { id } }", { id: owners.id });
  const c = await addClient(owner, { name: "Paz", email: "luna@example.test" });
  await owner.ok('mutation ($id: ID!) { updateTimelineEntry(id: $id, input: { description: "Editada" }) { id } }', {
    id: entry,
  });
  const task = await addTask(owner, a);
  await owner.ok(UPDATE, { id: a, input: { website: "https://gil.test" } });

  const refused = await owner.refused(UNDO, { id: mergeId });
  expect(refused).toMatchObject({ code: "ILLEGAL_STATE", client: { clientId: c, name: "Paz" } });
  expect(refused.message).toContain("«Paz»");
  await owner.ok(UPDATE, { id: c, input: { email: "paz@example.test" } });
  expect(await owner.ok(UNDO, { id: mergeId })).toEqual({ undoMerge: [{ id: a }, { id: b }] });

  const all = await owner.ok<Record<string, object>>(
    `query ($a: ID!, $b: ID!, $entry: ID!) {
      a: client(id: $a) { email phone website tasks { nodes { id } } owner { id } }
      b: client(id: $b) { email website tags { name } owner { name } tasks { nodes { id } } }
      timelineEntry(id: $entry) { client { id } description } }`,
    { a, b, entry },
  );
  expect(all).toMatchObject({
    a: {
      email: "gil@example.test",
      phone: "+50726500001",
      website: "https://gil.test",
      owner: null,
      tasks: { nodes: [{ id: task }] },
    },
    b: {
      email: "luna@example.test",
      website: "https://luna.test",
      tags: [],
      owner: { name: "Nora" },
      tasks: { nodes: [] },
    },
    timelineEntry: { client: { id: b }, description: "Editada" },
  });
  expect(await left(mergeId)).toEqual(
    expect.arrayContaining([
      "Ya no están: 1 etiqueta (VIP)",
      "Se quedan, porque llegaron después: 1 tarea",
      "Se queda como está, porque alguien lo cambió después: Página web",
      "El campo «Zona» ya no existe",
      "Nora, responsable, ya no está activo",
    ]),
  );
});

it("the survivor's history is its own: not that of the client merged into it, with what the merge changed [B6]", async () => {
  const tag = await addTag(owner, "Feria");
  const a = await addClient(owner, { name: "Gil" });
  const b = await addClient(owner, { name: "Luna", gender: "x", tagIds: [tag] });
  await owner.ok(UPDATE, { id: b, input: { name: "Luna y Cía." } });
  const before = new Date().toISOString();
  const mergeId = await merge(a, [b], { name: b });
  const asOf = async () =>
    (
      await owner.ok<{ clientAsOf: Record<string, unknown> }>(
        "query ($id: ID!, $at: DateTime!) { clientAsOf(id: $id, at: $at) }",
        { id: a, at: before },
      )
    ).clientAsOf;
  const history = async () =>
    (
      await owner.ok<{ clientFieldHistory: { change: { before: string; after: string } }[] }>(
        `query ($id: ID!) { clientFieldHistory(id: $id, field: "name") { change { before after } } }`,
        { id: a },
      )
    ).clientFieldHistory.map(({ change }) => `${change.before} → ${change.after}`);
  expect(await asOf()).toMatchObject({ name: "Gil", gender: null, tags: null });
  expect(await history()).toEqual(["Gil → Luna y Cía."]);
  await owner.ok(UNDO, { id: mergeId });
  expect(await asOf()).toMatchObject({ name: "Gil", gender: null, tags: null });
  expect(await history()).toEqual(["Luna y Cía. → Gil", "Gil → Luna y Cía."]);
});

it("after thirty days the way back is forgotten, and the old id still answers [B1]", async () => {
  const [a, b] = [await addClient(owner), await addClient(owner)];
  await add(NOTE, { id: b, text: "Nota" });
  const mergeId = await merge(a, [b]);
  const undoable = async () =>
    (
      await owner.ok<{ clientMerge: object }>(
        "query ($id: ID!) { clientMerge(id: $id) { undoableUntil by { name } client { id } } }",
        { id: mergeId },
      )
    ).clientMerge;
  expect(await undoable()).toEqual({ undoableUntil: expect.any(String), by: { name: "Olga" }, client: { id: a } });
  await business.pool.query(
    "update client_merge set created_at = created_at - interval '30 days 1 minute' where id = $1",
    [mergeId],
  );
  expect(await undoable()).toMatchObject({ undoableUntil: null });
  expect(await owner.refused(UNDO, { id: mergeId })).toMatchObject({
    code: "ILLEGAL_STATE",
    message: "Solo se puede deshacer durante treinta días",
  });
  await tidyMerges.run(business.core, {}, { number: 1, signal: new AbortController().signal });
  expect((await business.pool.query("select from client_merge_part where merge_id = $1", [mergeId])).rowCount).toBe(0);
  expect(await owner.ok("query ($id: ID!) { client(id: $id) { id } }", { id: b })).toEqual({ client: { id: a } });
});

it("a picture that won stays with both, whatever becomes of it at the survivor, and the former one until it is too late [F27, B1]", async () => {
  const [a, b] = [await addClient(owner), await addClient(owner)];
  const pictures = await Promise.all(
    [a, b].map(async (id) => {
      const { rows } = await business.pool.query<{ id: string }>(
        "insert into file_object (sha256, mime, size, bytes) values (sha256('x'), 'image/webp', 1, 'x') returning id",
      );
      await business.pool.query("update client set avatar_id = $2 where id = $1", [id, rows[0]?.id]);
      return rows[0]?.id as string;
    }),
  );
  const kept = async () =>
    (await business.pool.query("select id from file_object where id = any($1) order by id", [pictures])).rows.map(
      ({ id }) => id,
    );
  const mergeId = await merge(a, [b], { avatarUrl: b });
  const { status } = await owner.send({
    path: `/files/avatars/${b}`,
    method: "DELETE",
    headers: { "x-requested-with": "test" },
  });
  expect(status).toBe(200);
  expect(await kept()).toEqual([...pictures].sort());
  await owner.ok(UNDO, { id: mergeId });
  const { rows } = await business.pool.query("select avatar_id from client where id = any($1) order by id", [[a, b]]);
  expect(rows.map(({ avatar_id }) => avatar_id)).toEqual([null, pictures[1]]);

  await business.pool.query("update client set avatar_id = $2 where id = $1", [a, pictures[0]]);
  await merge(a, [b], { avatarUrl: b });
  await business.pool.query(
    "update client_merge set created_at = created_at - interval '30 days 1 minute' where survivor_id = $1 and undone_at is null",
    [a],
  );
  await tidyMerges.run(business.core, {}, { number: 1, signal: new AbortController().signal });
  expect(await kept()).toEqual([pictures[1]]);
});
