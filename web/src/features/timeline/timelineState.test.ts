import { expect, test } from "vitest";
import { type TimelineState, timelineFilterOf, timelineState, wholeTimeline } from "./timelineState.ts";

const everything: TimelineState = {
  search: "muestra",
  kinds: ["CALL", "STATUS_CHANGED", "01900000-0000-7000-8000-00000000000a"],
  stages: ["AFTER_SALE"],
  tagIds: ["t1"],
  actorIds: ["u1"],
  contactIds: ["k1", "k2"],
  occurred: { preset: "LAST_7_DAYS" },
  origin: "manual",
};

test("a copied URL opens the same timeline, beside the page's own parameters [F108][F109][F110]", () => {
  const url = timelineState.write(new URLSearchParams("tab=general"), everything);
  expect(url.get("tab")).toBe("general");
  expect(timelineState.read(new URLSearchParams(url.toString()))).toEqual(everything);
  expect(timelineState.write(url, wholeTimeline).toString()).toBe("tab=general");
});

test("leaves out what it does not understand", () => {
  expect(timelineState.read(new URLSearchParams("kind=PARTY,NOTE&stage=x&origin=robot&when=later"))).toEqual({
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

test("an address kept before goes on to mean the same", () => {
  const kept =
    "find=ana&kind=CALL%2C01900000-0000-7000-8000-00000000000a&stage=AFTER_SALE&entryTag=t1&by=u1%2Cu2&about=k1&when=THIS_MONTH&origin=automatic";
  expect(timelineFilterOf(timelineState.read(new URLSearchParams(kept)))).toEqual({
    search: "ana",
    kinds: ["CALL"],
    customKindIds: ["01900000-0000-7000-8000-00000000000a"],
    stages: ["AFTER_SALE"],
    tagIds: ["t1"],
    actorIds: ["u1", "u2"],
    contactIds: ["k1"],
    occurredAt: { preset: "THIS_MONTH" },
    automatic: true,
  });
});
