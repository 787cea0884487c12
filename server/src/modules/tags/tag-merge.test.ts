import { afterAll, beforeAll, expect, test } from "vitest";
import { addClient, addTag, startBusiness } from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";

let api: Awaited<ReturnType<typeof startBusiness>>;
let owner: Caller;

beforeAll(async () => {
  api = await startBusiness();
  owner = api.owner;
});
afterAll(() => api.stop());

const MERGE =
  "mutation ($from: ID!, $into: ID!) { mergeTags(fromId: $from, intoId: $into) { tag { id name clientCount } moved } }";

test("two tags become one on clients, activities and in saved filters [F111, F113]", async () => {
  const [from, into, other] = [await addTag(owner, "V.I.P."), await addTag(owner, "VIP"), await addTag(owner, "Feria")];
  const one = await addClient(owner, { tagIds: [from, other] });
  await addClient(owner, { tagIds: [from, into] });
  await addClient(owner, { tagIds: [into] });
  for (const tagIds of [[from, other], [from, into], [other]]) {
    await owner.ok(
      "mutation ($id: ID!, $input: TimelineEntryInput!) { addTimelineEntry(clientId: $id, input: $input) { id } }",
      { id: one, input: { description: "Nota", tagIds } },
    );
  }
  await owner.ok('mutation ($filter: ClientFilter!) { saveFilter(name: "VIPs", filter: $filter) { id } }', {
    filter: { tagIds: [from, into], search: "a" },
  });
  expect(await owner.ok(MERGE, { from, into })).toEqual({
    mergeTags: { tag: { id: into, name: "VIP", clientCount: 3 }, moved: 2 },
  });
  const { tags, savedFilters, client } = await owner.ok<{
    tags: { id: string }[];
    savedFilters: { filter: object }[];
    client: { tags: { name: string }[]; timeline: { nodes: { tags: { name: string }[] }[] } };
  }>(
    `query ($id: ID!) { tags { id } savedFilters { filter } client(id: $id) { tags { name }
      timeline(filter: { automatic: false }) { nodes { tags { name } } } } }`,
    { id: one },
  );
  expect(tags.map(({ id }) => id)).not.toContain(from);
  expect(client.tags.map(({ name }) => name)).toEqual(["Feria", "VIP"]);
  expect(client.timeline.nodes.map((entry) => entry.tags.map(({ name }) => name))).toEqual([
    ["Feria"],
    ["VIP"],
    ["Feria", "VIP"],
  ]);
  expect(savedFilters[0]?.filter).toEqual({ tagIds: [into], search: "a" });
});

test("a tag is not merged with itself, nor with what is none", async () => {
  const tag = await addTag(owner, "Sola");
  expect(await owner.refused(MERGE, { from: tag, into: tag.toUpperCase() })).toMatchObject({ code: "BAD_USER_INPUT" });
  for (const id of ["nothing", "01900000-0000-7000-8000-000000000000"]) {
    expect(await owner.refused(MERGE, { from: tag, into: id })).toMatchObject({ code: "NOT_FOUND" });
    expect(await owner.refused(MERGE, { from: id, into: tag })).toMatchObject({ code: "NOT_FOUND" });
  }
  expect(await owner.ok("{ tags { id } }")).toMatchObject({ tags: expect.arrayContaining([{ id: tag }]) });
});

test("merges of the same two tags in both directions at once leave one of them", async () => {
  const [a, b] = [await addTag(owner, "Ida"), await addTag(owner, "Vuelta")];
  const client = await addClient(owner, { tagIds: [a, b] });
  const answers = await Promise.all([owner.gql(MERGE, { from: a, into: b }), owner.gql(MERGE, { from: b, into: a })]);
  expect(answers.map(({ errors }) => errors[0]?.extensions?.code ?? "done").sort()).toEqual(["NOT_FOUND", "done"]);
  const { client: shown } = await owner.ok<{ client: { tags: object[] } }>(
    "query ($id: ID!) { client(id: $id) { tags { id } } }",
    { id: client },
  );
  expect(shown.tags).toHaveLength(1);
});
