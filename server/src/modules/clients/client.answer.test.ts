import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addClient, startBusiness } from "../../../test/business.ts";

let api: Awaited<ReturnType<typeof startBusiness>>;

beforeAll(async () => {
  api = await startBusiness();
});
afterAll(() => api.stop());

const rows = async (id: string) => (await api.pool.query("select name, version from client where id = $1", [id])).rows;

describe.each(["first: 101", 'first: 2, after: "made up"'])("an answer that is refused: timeline(%s)", (args) => {
  const selection = `{ id timeline(${args}) { nodes { id } } }`;

  it("undoes a creation [F1]", async () => {
    const create = `mutation ($input: CreateClientInput!) { createClient(input: $input) ${selection} }`;
    const input = { name: "Nadie", email: "nadie@example.org" };
    expect(await api.owner.refused(create, { input })).toMatchObject({ code: "BAD_USER_INPUT" });
    expect((await api.pool.query("select from client where name = 'Nadie'")).rowCount).toBe(0);
  });

  it("undoes a change", async () => {
    const id = await addClient(api.owner, { name: "Como era" });
    const rename = `mutation ($id: ID!) { updateClient(id: $id, input: { name: "Otro" }) ${selection} }`;
    expect(await api.owner.refused(rename, { id })).toMatchObject({ code: "BAD_USER_INPUT" });
    expect(await rows(id)).toEqual([{ name: "Como era", version: 1 }]);
  });
});

it("each of several changes in one request answers with what it left, its entry included", async () => {
  const id = await addClient(api.owner, { name: "Cero" });
  const selection = "{ name status version timeline(first: 1) { nodes { kind } } }";
  const changes = `mutation ($id: ID!) {
    one: updateClient(id: $id, input: { name: "Uno" }) ${selection}
    two: updateClient(id: $id, input: { status: CLIENT }) ${selection}
  }`;
  expect(await api.owner.ok(changes, { id })).toEqual({
    one: { name: "Uno", status: "PROSPECT", version: 2, timeline: { nodes: [{ kind: "CLIENT_EDITED" }] } },
    two: { name: "Uno", status: "CLIENT", version: 3, timeline: { nodes: [{ kind: "STATUS_CHANGED" }] } },
  });
});
