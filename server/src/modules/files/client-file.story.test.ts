import { afterAll, beforeAll, expect, it } from "vitest";
import { addClient, addPerson, addTeam, startBusiness } from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";

let api: Awaited<ReturnType<typeof startBusiness>>;
let agent: Caller;
let stranger: Caller;
let client: string;

beforeAll(async () => {
  api = await startBusiness();
  const team = await addTeam(api.owner, "Norte");
  agent = (await addPerson(api.owner, "AGENT", "Ana", [team])).caller;
  stranger = (await addPerson(api.owner, "AGENT", "Zoe")).caller;
  client = await addClient(api.owner, { teamId: team });
});
afterAll(() => api.stop());

interface FileEntry {
  kind: string;
  title: string;
  summary: string;
  actor: { name: string } | null;
  file: { id: string; name: string } | null;
}
async function story(): Promise<FileEntry[]> {
  const { client: found } = await agent.ok<{ client: { timeline: { nodes: FileEntry[] } } }>(
    `query ($id: ID!) { client(id: $id) { timeline(filter: { kinds: [FILE_ADDED, FILE_DELETED, FILE_RESTORED] }) {
      nodes { kind title summary actor { name } ... on FileEntry { file { id name } } } } } }`,
    { id: client },
  );
  return found.timeline.nodes;
}
const upload = async (name: string, waits = false) => {
  const { text } = await agent.send({
    path: `/files/clients/${client}?name=${name}${waits ? "&waits" : ""}`,
    method: "PUT",
    body: name,
    headers: { "x-requested-with": "test" },
  });
  return (JSON.parse(text) as { id: string }).id;
};
const change = (mutation: string, id: string, caller = agent) =>
  caller.gql(`mutation ($id: ID!) { ${mutation}ClientFile(id: $id)${mutation === "restore" ? " { id }" : ""} }`, {
    id,
  });

it("a file of the record is told on the timeline when it is added, deleted and put back [F101] [F200]", async () => {
  const id = await upload("acuerdo.txt");
  await change("delete", id, stranger);
  expect((await story()).map(({ kind }) => kind)).toEqual(["FILE_ADDED"]);
  await change("delete", id);
  expect((await story()).map(({ file }) => file)).toEqual([null, null]);
  await change("restore", id);
  const file = { id, name: "acuerdo.txt" };
  const told = { title: "acuerdo.txt", actor: { name: "Ana" }, file };
  expect(await story()).toEqual([
    { ...told, kind: "FILE_RESTORED", summary: "Se recuperó el archivo acuerdo.txt" },
    { ...told, kind: "FILE_DELETED", summary: "Se eliminó el archivo acuerdo.txt" },
    { ...told, kind: "FILE_ADDED", summary: "Se añadió el archivo acuerdo.txt" },
  ]);
});

it("one of an activity is part of what that says, and tells nothing by itself [F105]", async () => {
  const before = await story();
  const id = await upload("croquis.txt", true);
  await agent.ok(
    'mutation ($id: ID!, $files: [ID!]) { addTimelineEntry(clientId: $id, input: { description: "Nota", fileIds: $files }) { id } }',
    { id: client, files: [id] },
  );
  await change("delete", id);
  await change("restore", id);
  expect(await story()).toEqual(before);
});
