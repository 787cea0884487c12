import { expect, test } from "vitest";
import { render } from "../../../../test/render.tsx";
import { EntryComponentsContext, type EntryProps } from "../../../entries/entryComponents.ts";
import type { Entry } from "../useTimeline.ts";
import { TimelineEntry } from "./TimelineEntry.tsx";

const entry = {
  __typename: "TaskEntry",
  id: "e1",
  kind: "TASK_DONE",
  automatic: true,
  occurredAt: "2026-11-01T10:00:00Z",
  summary: "Task done: call",
  actor: null,
  tags: [],
} as unknown as Entry;
const TaskEntry = ({ entry: { id } }: EntryProps) => <article>Shown by tasks: {id}</article>;

test("an entry is shown by the feature whose type it is, and by its summary where none shows it", async () => {
  await render(
    <EntryComponentsContext value={{ TaskEntry }}>
      <TimelineEntry clientId="c1" entry={entry} fresh={false} />
    </EntryComponentsContext>,
  );
  await expect.poll(() => document.querySelector("article")?.textContent).toBe("Shown by tasks: e1");
  await render(<TimelineEntry clientId="c1" entry={entry} fresh={false} />);
  await expect.poll(() => [...document.querySelectorAll("article")].at(-1)?.textContent).toContain("Task done: call");
});
