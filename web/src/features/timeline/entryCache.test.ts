import { expect, test } from "vitest";
import { createCache } from "../../apollo/cache.ts";
import { cacheRules } from "../../features.ts";
import { addEntry, forgetEntry, insertByMoment } from "./entryCache.ts";
import { groupByDay } from "./groupByDay.ts";
import { ClientTimelineDocument } from "./timeline.generated.ts";
import type { Entry } from "./useTimeline.ts";

const variables = { clientId: "c1", filter: null, first: 30 };
const entry = (id: string, occurredAt: string): Entry => ({
  __typename: "ManualEntry",
  version: 1,
  id,
  kind: "NOTE",
  automatic: false,
  occurredAt,
  editedAt: null,
  title: null,
  description: `<p>${id}</p>`,
  stage: null,
  summary: id,
  viewerCanEdit: true,
  actor: null,
  tags: [],
  customKind: null,
  withContact: null,
  mentions: [],
  files: [],
});

const timelineOf = (entries: Entry[]) => {
  const cache = createCache(cacheRules);
  cache.writeQuery({
    query: ClientTimelineDocument,
    variables,
    data: {
      client: {
        __typename: "Client",
        id: "c1",
        timelineCursor: "1:1:",
        timeline: {
          __typename: "TimelineConnection",
          nodes: entries,
          pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
          totalCount: entries.length,
        },
      } as never,
    },
  });
  const shown = () => cache.readQuery({ query: ClientTimelineDocument, variables })?.client?.timeline;
  return { cache, shown };
};

test("an entry that comes as an answer and as a live event shows once", () => {
  const { cache, shown } = timelineOf([entry("a", "2026-11-01T10:00:00Z")]);
  const note = entry("b", "2026-11-02T10:00:00Z");
  addEntry(cache, variables, note);
  addEntry(cache, variables, note);
  expect(shown()?.nodes.map(({ id }) => id)).toEqual(["b", "a"]);
  expect(shown()?.totalCount).toBe(2);
});

test("an entry of an earlier moment takes its place among the others", () => {
  const known = [entry("c", "2026-11-03T10:00:00Z"), entry("a", "2026-11-01T10:00:00Z")];
  const place = (occurredAt: string) => insertByMoment(known, entry("n", occurredAt)).map(({ id }) => id);
  expect(place("2026-11-02T10:00:00.5Z")).toEqual(["c", "n", "a"]);
  expect(place("2026-11-03T05:00:00-05:00")).toEqual(["n", "c", "a"]);
  expect(place("2020-01-01T00:00:00Z")).toEqual(["c", "a", "n"]);
});

test("a deleted entry leaves the timeline", () => {
  const note = entry("b", "2026-11-02T10:00:00Z");
  const { cache, shown } = timelineOf([note, entry("a", "2026-11-01T10:00:00Z")]);
  forgetEntry(cache, note);
  expect(shown()?.nodes.map(({ id }) => id)).toEqual(["a"]);
});

test("entries are under the day they happened on in the business's time zone", () => {
  const days = new Intl.DateTimeFormat("sv-SE", { timeZone: "America/Panama", dateStyle: "short" });
  const entries = [
    { id: "late", occurredAt: "2026-11-02T04:30:00Z" },
    { id: "noon", occurredAt: "2026-11-01T17:00:00Z" },
    { id: "before", occurredAt: "2026-11-01T04:59:00Z" },
  ];
  expect(groupByDay(entries, (moment) => days.format(new Date(moment)))).toEqual([
    { key: "2026-11-01", part: 0, entries: [entries[0], entries[1]] },
    { key: "2026-10-31", part: 0, entries: [entries[2]] },
  ]);
});
