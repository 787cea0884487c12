import { CombinedGraphQLErrors } from "@apollo/client";
import { expect, test } from "vitest";
import { ConflictLeft, differingKeys, saveOnLatest } from "./saveOnLatest.ts";

interface Note {
  title: string;
  text: string;
  version: number;
}
const conflict = () =>
  new CombinedGraphQLErrors({ errors: [{ message: "Changed", extensions: { code: "CONFLICT" } }] });

/** A server that holds one note, and what others do to it before each try. */
function world(...others: Partial<Note>[]) {
  const asked: (readonly string[])[] = [];
  let stored: Note = { title: "One", text: "First", version: 1 };
  const opened = stored;
  const save = (changed: Partial<Note>, keep: readonly string[] | null = []) =>
    saveOnLatest(opened, changed, {
      send: async (base, input) => {
        const theirs = others.shift();
        if (theirs) stored = { ...stored, ...theirs, version: stored.version + 1 };
        if (base.version !== stored.version) throw conflict();
        stored = { ...stored, ...input, version: stored.version + 1 };
      },
      reread: async () => stored,
      differing: differingKeys,
      ask: async (_theirs, fields) => {
        asked.push(fields);
        return keep;
      },
    });
  return { save, asked, stored: () => stored };
}

test("a change is put on top of what others changed in other fields, however often", async () => {
  const { save, asked, stored } = world({ text: "Theirs" }, { text: "Theirs again" });
  await save({ title: "Mine" });
  expect(stored()).toEqual({ title: "Mine", text: "Theirs again", version: 4 });
  expect(asked).toEqual([]);
});

test("where both changed the same field the person chooses, field by field", async () => {
  const both = world({ title: "Theirs", text: "Theirs" });
  await both.save({ title: "Mine", text: "Mine" }, ["title"]);
  expect(both.asked).toEqual([["title", "text"]]);
  expect(both.stored()).toMatchObject({ title: "Theirs", text: "Mine" });
  const none = world({ title: "Theirs" });
  await none.save({ title: "Mine" }, ["title"]);
  expect(none.stored()).toMatchObject({ title: "Theirs", version: 2 });
});

test("who goes back to editing saves nothing, and is asked again at the next try", async () => {
  const { save, asked, stored } = world({ title: "Theirs" });
  await expect(save({ title: "Mine" }, null)).rejects.toBeInstanceOf(ConflictLeft);
  expect(stored().title).toBe("Theirs");
  await expect(save({ title: "Mine" }, null)).rejects.toBeInstanceOf(ConflictLeft);
  expect(asked).toHaveLength(2);
});

test("nothing and an empty text are the same", () => {
  expect(differingKeys({ a: null, b: "x", c: ["1"] }, { a: "", b: "y", c: ["1"] })).toEqual(["b"]);
});
