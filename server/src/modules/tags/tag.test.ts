import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addClient, addTag, startBusiness } from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";

const CREATE = "mutation ($input: TagInput!) { createTag(input: $input) { id name color clientCount } }";
const UPDATE =
  "mutation ($id: ID!, $input: TagInput!) { updateTag(id: $id, input: $input) { id name color clientCount } }";
const REMOVE = "mutation ($id: ID!) { deleteTag(id: $id) }";

let api: Awaited<ReturnType<typeof startBusiness>>;
let owner: Caller;

beforeAll(async () => {
  api = await startBusiness();
  owner = api.owner;
});
afterAll(() => api.stop());

describe("tags [F111]", () => {
  it("have a name and a colour, one of the palette when none is given", async () => {
    expect(await owner.ok(CREATE, { input: { name: " VIP ", color: "#1A2b3c" } })).toMatchObject({
      createTag: { name: "VIP", color: "#1A2b3c", clientCount: 0 },
    });
    const { createTag } = await owner.ok<{ createTag: { color: string } }>(CREATE, { input: { name: "Fría" } });
    expect(createTag.color).toMatch(/^#[0-9a-f]{6}$/);
  });

  it("are renamed and recoloured everywhere at once", async () => {
    const id = await addTag(owner, "Antes");
    const client = await addClient(owner, { tagIds: [id] });
    const { updateTag } = await owner.ok<{ updateTag: { color: string } }>(UPDATE, {
      id: id.toUpperCase(),
      input: { name: "Después" },
    });
    expect(updateTag).toMatchObject({ id, name: "Después", clientCount: 1 });
    expect(await owner.ok(UPDATE, { id, input: { name: "Después", color: "#000000" } })).toMatchObject({
      updateTag: { color: "#000000" },
    });
    expect(await owner.ok("query ($id: ID!) { client(id: $id) { tags { name color } } }", { id: client })).toEqual({
      client: { tags: [{ name: "Después", color: "#000000" }] },
    });
  });

  it("are listed by name, accents and case ignored", async () => {
    for (const name of ["ózono", "Nube", "oca"]) await addTag(owner, name);
    const { tags } = await owner.ok<{ tags: { name: string }[] }>("{ tags { name } }");
    const names = tags.map(({ name }) => name).filter((name) => ["ózono", "Nube", "oca"].includes(name));
    expect(names).toEqual(["Nube", "oca", "ózono"]);
  });

  it("once deleted are gone from clients and notes", async () => {
    const id = await addTag(owner, "Efímera");
    const client = await addClient(owner, { tagIds: [id] });
    await owner.ok(
      'mutation ($c: ID!, $t: [ID!]) { addTimelineEntry(clientId: $c, input: { description: "x", tagIds: $t }) { id } }',
      { c: client, t: [id] },
    );
    await owner.ok(REMOVE, { id });
    expect(
      await owner.ok(
        "query ($id: ID!) { client(id: $id) { tags { name } timeline(filter: { automatic: false }) { nodes { tags { name } } } } }",
        { id: client },
      ),
    ).toEqual({ client: { tags: [], timeline: { nodes: [{ tags: [] }] } } });
  });

  it.each([
    [{ name: "" }, "name", "Falta este dato", "This is needed"],
    [{ name: "x".repeat(61) }, "name", "Como mucho 60 caracteres", "At most 60 characters"],
    [{ name: "unica" }, "name", "Ya hay una etiqueta con este nombre", "There is already a tag with this name"],
    [{ name: "X", color: "red" }, "color", "Un color como #1a73e8", "A colour like #1a73e8"],
    [{ name: "X", color: "#12345" }, "color", "Un color como #1a73e8", "A colour like #1a73e8"],
  ])("refuse %j, made or changed", async (input, path, spanish, english) => {
    await owner.gql(CREATE, { input: { name: "ÚNICA" } });
    const id = await addTag(owner, `Etiqueta ${Math.random()}`);
    for (const [locale, message] of [
      ["es", spanish],
      ["en", english],
    ]) {
      await owner.ok("mutation ($locale: String) { updateAccount(input: { locale: $locale }) { role } }", { locale });
      for (const refusal of [await owner.refused(CREATE, { input }), await owner.refused(UPDATE, { id, input })]) {
        expect(refusal).toMatchObject({ code: "BAD_USER_INPUT", fields: [{ path, message }] });
      }
    }
    await owner.ok(`mutation { updateAccount(input: { locale: "es" }) { role } }`);
  });

  it.each(["01900000-0000-7000-8000-000000000000", "nada", ""])(
    "that do not exist, as %j, are not found",
    async (id) => {
      expect(await owner.refused(UPDATE, { id, input: { name: "X" } })).toMatchObject({ code: "NOT_FOUND" });
      expect(await owner.refused(REMOVE, { id })).toMatchObject({ code: "NOT_FOUND" });
    },
  );

  it("of one name made twenty at once are one", async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => owner.gql(CREATE, { input: { name: "Carrera" } })),
    );
    expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
    expect(new Set(answers.flatMap(({ errors }) => errors.map(({ extensions }) => extensions?.code)))).toEqual(
      new Set(["BAD_USER_INPUT"]),
    );
  });
});
