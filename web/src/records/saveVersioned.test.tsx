import { CombinedGraphQLErrors } from "@apollo/client";
import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { render } from "../../test/render.tsx";
import { ConflictLeft } from "../feedback/problem.ts";
import { pageOnScreen } from "./conflicts.ts";
import { saveVersioned, type Versioned } from "./saveVersioned.ts";

interface Note {
  title: string;
  text: string;
  version: number;
}
type NoteValues = Omit<Note, "version">;
const opened: Note = { title: "One", text: "First", version: 1 };
const conflict = () =>
  new CombinedGraphQLErrors({ errors: [{ message: "Changed", extensions: { code: "CONFLICT" } }] });

/** A server that holds one note, what others do to it before each try, and a page that asks. */
async function world(...others: (Partial<NoteValues> | Error | null)[]) {
  const { router } = await render(<p>Page</p>, { path: "/notes/1" });
  await expect.element(page.getByText("Page")).toBeVisible();
  let stored = opened;
  let sends = 0;
  const kind: Versioned<Note, NoteValues> = {
    valuesOf: ({ title, text }) => ({ title, text }),
    send: async (base, changed) => {
      sends += 1;
      const theirs = others.shift();
      if (theirs instanceof Error) throw theirs;
      if (theirs) stored = { ...stored, ...theirs, version: stored.version + 1 };
      if (base.version !== stored.version) throw conflict();
      stored = { ...stored, ...changed, version: stored.version + 1 };
      return stored;
    },
    reread: async () => stored,
    labelOf: (name) => name,
    textOf: (name, values) => values[name] ?? "",
  };
  const save = (changed: Partial<NoteValues>) => saveVersioned(kind, opened, changed);
  return { save, router, stored: () => stored, sends: () => sends };
}
const dialog = page.getByRole("dialog", { name: "Somebody else changed the same thing" });
const theirs = (value: string) => page.getByRole("radio", { name: `Theirs: ${value}` });
const mine = (value: string) => page.getByRole("radio", { name: `Yours: ${value}` });
const answer = (name: "Save the choice" | "Back to editing") => page.getByRole("button", { name }).click();

test("a change is put on top of what others changed of other values, however often, and nobody is asked", async () => {
  const { save, stored } = await world({ text: "Theirs" }, { text: "Theirs again" });
  expect(await save({ title: "Mine" })).toEqual({ title: "Mine", text: "Theirs again", version: 4 });
  expect(stored().version).toBe(4);
  expect(dialog.elements()).toEqual([]);
});

test("where both changed the same value the person chooses, field by field, and only then it is written", async () => {
  const { save, stored } = await world({ title: "Theirs", text: "Theirs too" });
  const saving = save({ title: "Mine", text: "Mine too" });
  await expect.element(mine("Mine")).toBeChecked();
  expect(stored().title).toBe("Theirs");
  await theirs("Theirs too").click();
  await answer("Save the choice");
  expect(await saving).toMatchObject({ title: "Mine", text: "Theirs too", version: 3 });
  await expect.poll(() => dialog.elements()).toEqual([]);
});

test("who takes all of theirs writes nothing", async () => {
  const { save, sends } = await world({ title: "Theirs" });
  const saving = save({ title: "Mine" });
  await theirs("Theirs").click();
  await answer("Save the choice");
  expect(await saving).toMatchObject({ title: "Theirs", version: 2 });
  expect(sends()).toBe(1);
});

test("where both changed it to the same there is nothing to choose", async () => {
  const { save } = await world({ title: "Same" });
  expect(await save({ title: "Same" })).toMatchObject({ title: "Same", version: 2 });
});

test("a colleague who saves again while the person chooses is asked about again", async () => {
  const { save } = await world({ title: "Theirs" }, { title: "Theirs again" });
  const saving = save({ title: "Mine" });
  await expect.element(theirs("Theirs")).toBeVisible();
  await answer("Save the choice");
  await expect.element(theirs("Theirs again")).toBeVisible();
  await answer("Save the choice");
  expect(await saving).toMatchObject({ title: "Mine", version: 4 });
});

test("a record that never holds still is given up after four tries", async () => {
  const { save, sends } = await world(...[1, 2, 3, 4, 5].map((turn) => ({ text: `Turn ${turn}` })));
  await expect(save({ title: "Mine" })).rejects.toBeInstanceOf(CombinedGraphQLErrors);
  expect(sends()).toBe(4);
});

test("a network that fails after the choice loses nothing: the next try asks again and saves", async () => {
  const { save, stored } = await world({ title: "Theirs" }, new Error("offline"));
  const saving = save({ title: "Mine" });
  const failing = expect(saving).rejects.toThrow("offline");
  await expect.element(theirs("Theirs")).toBeVisible();
  await answer("Save the choice");
  await failing;
  const again = save({ title: "Mine" });
  await expect.element(mine("Mine")).toBeVisible();
  await answer("Save the choice");
  await again;
  expect(stored().title).toBe("Mine");
});

test("going back to editing writes nothing, and asks again at the next try", async () => {
  const { save, stored } = await world({ title: "Theirs" });
  for (const _ of [1, 2]) {
    const left = expect(save({ title: "Mine" })).rejects.toBeInstanceOf(ConflictLeft);
    await expect.element(dialog).toBeVisible();
    await answer("Back to editing");
    await left;
    await expect.poll(() => dialog.elements()).toEqual([]);
  }
  expect(stored()).toMatchObject({ title: "Theirs", version: 2 });
});

test("two saves that meet a conflict are asked of one after the other, and each gets its answer", async () => {
  const { save, stored } = await world({ title: "Theirs", text: "Theirs too" });
  const first = save({ title: "Mine" });
  const second = save({ text: "Mine too" });
  await expect.element(mine("Mine")).toBeVisible();
  await answer("Save the choice");
  await first;
  await expect.element(mine("Mine too")).toBeVisible();
  await answer("Save the choice");
  await second;
  expect(stored()).toMatchObject({ title: "Mine", text: "Mine too" });
});

test("a page that is left takes its questions along: each save ends, and what was asked is not written", async () => {
  const { save, router, stored } = await world({ title: "Theirs" });
  const left = ["Mine", "Mine as well"].map((title) => expect(save({ title })).rejects.toBeInstanceOf(ConflictLeft));
  await expect.element(dialog).toBeVisible();
  await router.navigate("/notes/2");
  await Promise.all(left);
  await expect.poll(() => dialog.elements()).toEqual([]);
  expect(stored().title).toBe("Theirs");
});

test("a save that meets its conflict after its page was left says so, and asks nothing on another page", async () => {
  const { save, router } = await world();
  let arrive = () => {};
  const kept = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const slow: Versioned<Note, NoteValues> = {
    valuesOf: ({ title, text }) => ({ title, text }),
    send: () => kept.then(() => Promise.reject(conflict())),
    reread: async () => ({ ...opened, title: "Theirs", version: 2 }),
    labelOf: (name) => name,
    textOf: (name, values) => values[name] ?? "",
  };
  const refused = expect(saveVersioned(slow, opened, { title: "Mine" })).rejects.toBeInstanceOf(CombinedGraphQLErrors);
  const before = pageOnScreen.get();
  await router.navigate("/notes/2");
  await expect.poll(() => pageOnScreen.get()).not.toBe(before);
  arrive();
  await refused;
  expect(dialog.elements()).toEqual([]);
  // On the page that is there now one is asked again.
  expect(await save({ title: "Mine" })).toMatchObject({ title: "Mine" });
});
