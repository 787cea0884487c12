import { automaticKinds, timelineKinds } from "@clientela/shared/timeline/rules";
import { expect, test } from "vitest";
import { functionTexts } from "../src/database/functions.ts";
import { modules } from "../src/modules/registry.ts";

// An entry without a family reads as null, and each timeline that holds it fails.
test("each kind of timeline entry is in a family that a module brings", () => {
  const families = modules.flatMap(({ members }) => members?.TimelineEntry ?? []);
  expect(families.flatMap(({ kinds = [] }) => kinds).sort()).toEqual([...timelineKinds].sort());
});

test("triggers write every automatic kind but a revealing, and no other", () => {
  const writers = [...functionTexts().values()].filter((text) => text.includes("insert into timeline_entry"));
  const written = writers.flatMap((text) => text.match(/(?<=')[A-Z]+(_[A-Z]+)+(?=')/g) ?? []);
  const byTriggers = automaticKinds.filter((kind) => kind !== "CONTACT_DATA_REVEALED");
  expect([...new Set(written)].sort()).toEqual(byTriggers.sort());
});
