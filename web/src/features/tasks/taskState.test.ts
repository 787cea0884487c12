import { expect, test } from "vitest";
import { filterOf, isNarrowed, type TaskState, taskState } from "./taskState.ts";

const read = (query: string) => taskState("me").read(new URLSearchParams(query));
const write = (state: TaskState) => taskState("me").write(new URLSearchParams("task=t1"), state).toString();

test.each([
  ["", {}],
  ["who=all", { who: [] }],
  ["who=none", { who: ["none"] }],
  ["who=u1%2Cu2", { who: ["u1", "u2"] }],
  [
    "q=caf%C3%A9&priority=HIGH%2CURGENT&client=c1&due=overdue&show=done",
    { search: "café", priorities: ["HIGH", "URGENT"], clientId: "c1", due: "overdue", done: true },
  ],
])("the address %j is read and written back", (query, expected) => {
  const plain = { search: "", who: ["me"], priorities: [], clientId: null, due: null, done: false };
  expect(read(query)).toEqual({ ...plain, ...expected });
  expect(new URLSearchParams(write(read(query))).toString()).toBe(
    new URLSearchParams(query ? `task=t1&${query.replace("q=caf%C3%A9", "q=café")}` : "task=t1").toString(),
  );
});

test("what is not understood is left out", () => {
  expect(read("priority=SOON&due=never&show=all")).toEqual(read(""));
});

test("the filter asks for no more than the state says", () => {
  const now = Date.parse("2026-11-18T12:00Z");
  expect(filterOf(read(""), now)).toEqual({ assigneeIds: ["me"] });
  expect(filterOf(read("who=all&q=+"), now)).toEqual({});
  expect(filterOf(read("who=none&due=overdue&priority=LOW&client=c"), now)).toEqual({
    unassigned: true,
    dueBefore: "2026-11-18T12:00:00.000Z",
    priorities: ["LOW"],
    clientId: "c",
  });
  expect(isNarrowed(read("who=all"))).toBe(false);
  expect(isNarrowed(read("due=today"))).toBe(true);
});
