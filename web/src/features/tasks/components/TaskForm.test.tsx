import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { type Answers, render } from "../../../../test/render.tsx";
import { SignedIn } from "../../../../test/signedIn.tsx";
import type { TaskInput } from "../../../generated/schema.ts";
import type { TaskRow_TaskFragment } from "../tasks.generated.ts";
import { TaskForm } from "./TaskForm.tsx";

const task = {
  __typename: "Task",
  id: "t1",
  title: "Call",
  description: "Before lunch",
  dueAt: "2026-12-10T14:00:30Z",
  dueOn: null,
  overdue: false,
  priority: "NORMAL",
  doneAt: null,
  remindMinutes: 15,
  version: 3,
  assignee: { __typename: "User", id: "u1", name: "Ana" },
  client: { __typename: "Client", id: "c1", name: "Hotel" },
} as TaskRow_TaskFragment;

async function open(theirs: Partial<TaskRow_TaskFragment> | null = null) {
  const stored = theirs ? { ...task, ...theirs, version: 4 } : task;
  const sent: TaskInput[] = [];
  const update: Answers[string] = ({ input, expectedVersion }) => {
    sent.push(input as TaskInput);
    return expectedVersion === stored.version
      ? { data: { updateTask: stored } }
      : { data: null, errors: [{ message: "Changed", extensions: { code: "CONFLICT" } }] };
  };
  const reread = () => ({ data: { task: stored } });
  const people = () => ({ data: { users: [], teams: [] } });
  await render(
    <SignedIn>
      <TaskForm task={task} onClose={() => undefined} />
    </SignedIn>,
    { answers: { UpdateTask: update, TaskPanel: reread, People: people } },
  );
  return sent;
}
const save = () => userEvent.keyboard("{Control>}{Enter}{/Control}");
const field = (name: RegExp) => page.getByLabelText(name);

test("a new title sends the title alone; the second it is due stays [F194]", async () => {
  const sent = await open();
  await expect.element(field(/^Time/)).toHaveValue("14:00:30");
  await field(/^Title/).fill("Visit");
  await save();
  await expect.poll(() => sent).toEqual([{ title: "Visit" }]);
});

test("a new time is sent with its day, and a cleared one makes a whole day of it [F195]", async () => {
  const sent = await open();
  await field(/^Time/).fill("15:00");
  await save();
  await expect.poll(() => sent.at(-1)).toEqual({ dueAt: "2026-12-10T15:00:00.000Z", dueOn: null });
});

test("a colleague's new day is not undone by a new time: one chooses", async () => {
  const sent = await open({ dueAt: "2026-12-24T14:00:30Z" });
  await field(/^Time/).fill("15:00");
  await save();
  await page.getByRole("button", { name: "Back to editing" }).click();
  await expect.element(field(/^Time/)).toHaveValue("15:00");
  expect(sent).toHaveLength(1);
});

test("a colleague's change of another field stays without a question", async () => {
  const sent = await open({ assignee: null });
  await field(/^Title/).fill("Visit");
  await save();
  await expect.poll(() => sent).toEqual([{ title: "Visit" }, { title: "Visit" }]);
});
