import { afterAll, beforeAll, expect, test } from "vitest";
import { addClient, startBusiness } from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";

let api: Awaited<ReturnType<typeof startBusiness>>;
let owner: Caller;

beforeAll(async () => {
  api = await startBusiness();
  owner = api.owner;
});
afterAll(() => api.stop());

const REACTIVATE = "mutation ($id: ID!) { reactivateClient(id: $id) { status } }";
const setStatus = (id: string, status: string) =>
  owner.ok("mutation ($id: ID!, $status: ClientStatus) { updateClient(id: $id, input: { status: $status }) { id } }", {
    id,
    status,
  });
const reactivated = async (id: string) =>
  (await owner.ok<{ reactivateClient: { status: string } }>(REACTIVATE, { id })).reactivateClient.status;

test.each(["PROSPECT", "CLIENT"])("reactivating restores %s [F46]", async (status) => {
  const id = await addClient(owner, { status });
  await setStatus(id, "INACTIVE");
  await owner.ok(`mutation ($id: ID!) { updateClient(id: $id, input: { name: "Otro" }) { id } }`, { id });
  expect(await reactivated(id)).toBe(status);
  const { client } = await owner.ok<{ client: { timeline: { nodes: object[] } } }>(
    "query ($id: ID!) { client(id: $id) { timeline { nodes { ... on StatusChangedEntry { before after } ... on ClientEditedEntry { changes { field } } } } } }",
    { id },
  );
  expect(client.timeline.nodes).toEqual([
    { before: "INACTIVE", after: status },
    { changes: [{ field: "name" }] },
    { before: status, after: "INACTIVE" },
    {},
  ]);
});

test("the former status is remembered whoever deactivates, and of the last time [F46]", async () => {
  const id = await addClient(owner);
  await api.pool.query("update client set status = 'INACTIVE' where id = $1", [id]);
  expect(await reactivated(id)).toBe("PROSPECT");
  await setStatus(id, "CLIENT");
  await api.pool.query("update client set status = 'INACTIVE' where id = $1", [id]);
  expect(await reactivated(id)).toBe("CLIENT");
});

test("a client may begin in any status, and who was never active becomes a prospect [F46, F48]", async () => {
  const id = await addClient(owner, { status: "INACTIVE" });
  expect(await reactivated(id)).toBe("PROSPECT");
  expect(await owner.refused(REACTIVATE, { id })).toMatchObject({ code: "ILLEGAL_STATE" });
  expect(await owner.refused(REACTIVATE, { id: "nothing" })).toMatchObject({ code: "NOT_FOUND" });
});
