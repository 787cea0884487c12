import { expect, test } from "vitest";
import {
  readTimelineState,
  type TimelineState,
  timelineFilterOf,
  wholeTimeline,
  writeTimelineState,
} from "./timelineState.ts";

const everything: TimelineState = {
  search: "muestra",
  kinds: ["CALL", "STATUS_CHANGED"],
  customKindIds: ["01900000-0000-7000-8000-00000000000a"],
  stages: ["AFTER_SALE"],
  tagIds: ["t1"],
  actorIds: ["u1"],
  contactIds: ["k1", "k2"],
  occurred: { preset: "LAST_7_DAYS" },
  origin: "manual",
};

test("a copied URL opens the same timeline, beside the page's own parameters [F108][F109][F110]", () => {
  const url = writeTimelineState(new URLSearchParams("tab=general"), everything);
  expect(url.get("tab")).toBe("general");
  expect(readTimelineState(new URLSearchParams(url.toString()))).toEqual(everything);
  expect(writeTimelineState(url, wholeTimeline).toString()).toBe("tab=general");
});

test("leaves out what it does not understand", () => {
  expect(readTimelineState(new URLSearchParams("kind=PARTY,NOTE&stage=x&origin=robot&when=later"))).toEqual({
    ...wholeTimeline,
    kinds: ["NOTE"],
  });
});

test("becomes the API's filter", () => {
  expect(timelineFilterOf(wholeTimeline)).toBeNull();
  expect(timelineFilterOf(everything)).toEqual({
    search: "muestra",
    kinds: ["CALL", "STATUS_CHANGED"],
    customKindIds: ["01900000-0000-7000-8000-00000000000a"],
    stages: ["AFTER_SALE"],
    tagIds: ["t1"],
    actorIds: ["u1"],
    contactIds: ["k1", "k2"],
    occurredAt: { preset: "LAST_7_DAYS" },
    automatic: false,
  });
});
