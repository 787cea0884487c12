import { useState } from "react";
import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { type Answers, render } from "../../../../test/render.tsx";
import type { ManualEntryData } from "../entryDraft.ts";
import { ManualEntry } from "./ManualEntry.tsx";

const entry = {
  __typename: "ManualEntry",
  id: "e1",
  kind: "NOTE",
  customKind: null,
  automatic: false,
  occurredAt: "2026-11-01T10:00:00Z",
  editedAt: null,
  title: "Call back",
  description: "<p>On Monday</p>",
  mentions: [],
  stage: null,
  withContact: null,
  viewerCanEdit: true,
  version: 1,
  actor: { __typename: "User", id: "u1", name: "Ana" },
  tags: [],
  files: [],
} as unknown as ManualEntryData;

/** A timeline whose row may be out of sight. */
function World() {
  const [near, setNear] = useState(true);
  return (
    <>
      <button type="button" onClick={() => setNear(!near)}>
        Scroll
      </button>
      {near && <ManualEntry clientId="c1" entry={entry} fresh={false} />}
    </>
  );
}
const title = () => page.getByLabelText("Title (optional)");
async function edit() {
  const sent: unknown[] = [];
  const update: Answers[string] = ({ input, expectedVersion }) => {
    sent.push({ input, expectedVersion });
    return { data: { updateTimelineEntry: entry } };
  };
  const kinds = () => ({ data: { activityKinds: [] } });
  const { router } = await render(<World />, {
    path: "/clients/c1",
    answers: { UpdateTimelineEntry: update, ActivityKinds: kinds },
  });
  await page.getByRole("button", { name: "Actions for this activity" }).click();
  await page.getByRole("menuitem", { name: "Edit" }).click();
  await expect.element(page.getByRole("toolbar")).toBeVisible();
  return { sent, router };
}
const scroll = () => page.getByRole("button", { name: "Scroll" }).click();

test("an entry that is edited goes on with what was typed when its row is back, and sends what was changed [F106]", async () => {
  const { sent } = await edit();
  await title().fill("Call on Tuesday");
  await scroll();
  await expect.poll(() => title().elements()).toEqual([]);
  await scroll();
  await expect.element(title()).toHaveValue("Call on Tuesday");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect.poll(() => sent).toEqual([{ input: { title: "Call on Tuesday" }, expectedVersion: 1 }]);
  await expect.poll(() => title().elements()).toEqual([]);
  await scroll();
  await scroll();
  await expect.element(page.getByText("On Monday")).toBeVisible();
});

test("where nothing was typed nothing is kept, and leaving asks nothing", async () => {
  const { router } = await edit();
  await scroll();
  await scroll();
  await expect.element(page.getByText("On Monday")).toBeVisible();
  await router.navigate("/clients");
  await expect.poll(() => router.state.location.pathname).toBe("/clients");
});

test("leaving the page asks before an edit is lost, and giving it up forgets it", async () => {
  const { router } = await edit();
  await title().click();
  await userEvent.keyboard("!");
  await router.navigate("/clients");
  await expect.element(page.getByRole("alertdialog")).toBeVisible();
  await page.getByRole("button", { name: "Discard" }).click();
  await expect.poll(() => router.state.location.pathname).toBe("/clients");
  expect(sessionStorage.length).toBe(0);
});
