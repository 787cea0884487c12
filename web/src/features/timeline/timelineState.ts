import { timelineKinds, timelineStages } from "@clientela/shared/timeline/rules";
import { type DateFilter, readDateFilter, writeDateFilter } from "../../components/dateFilter.ts";
import type { TimelineFilter, TimelineKind, TimelineStage } from "../../generated/schema.ts";

/** Who wrote an entry: a person by hand, or Clientela by itself. */
export type Origin = "manual" | "automatic";

/** What the timeline shows, as the URL says it; its parameters do not meet those of the page around it. */
export interface TimelineState {
  search: string;
  kinds: TimelineKind[];
  /** Kinds of the business's own. */
  customKindIds: string[];
  stages: TimelineStage[];
  tagIds: string[];
  actorIds: string[];
  /** Only what is about these people of the client [F110]. */
  contactIds: string[];
  occurred: DateFilter | null;
  origin: Origin | null;
}

/** A kind of the business's own stands in the URL by its id, beside ours by name. */
const ownKind = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Reads the timeline's state from a URL's query; whatever is not understood is left out. */
export function readTimelineState(params: URLSearchParams): TimelineState {
  const list = (key: string) => (params.get(key) ?? "").split(",").filter(Boolean);
  const origin = params.get("origin");
  return {
    search: params.get("find") ?? "",
    kinds: list("kind").filter((value): value is TimelineKind => (timelineKinds as readonly string[]).includes(value)),
    stages: list("stage").filter((value): value is TimelineStage =>
      (timelineStages as readonly string[]).includes(value),
    ),
    customKindIds: list("kind").filter((value) => ownKind.test(value)),
    tagIds: list("entryTag"),
    actorIds: list("by"),
    contactIds: list("about"),
    occurred: readDateFilter(params.get("when")),
    origin: origin === "manual" || origin === "automatic" ? origin : null,
  };
}

/** Writes a state into a copy of the query, leaving the page's own parameters alone. */
export function writeTimelineState(params: URLSearchParams, state: TimelineState): URLSearchParams {
  const next = new URLSearchParams(params);
  const put = (key: string, value: string) => (value ? next.set(key, value) : next.delete(key));
  put("find", state.search);
  put("kind", [...state.kinds, ...state.customKindIds].join(","));
  put("stage", state.stages.join(","));
  put("entryTag", state.tagIds.join(","));
  put("by", state.actorIds.join(","));
  put("about", state.contactIds.join(","));
  put("when", writeDateFilter(state.occurred));
  put("origin", state.origin ?? "");
  return next;
}

/** A timeline without filters. */
export const wholeTimeline: TimelineState = {
  search: "",
  kinds: [],
  stages: [],
  customKindIds: [],
  tagIds: [],
  actorIds: [],
  contactIds: [],
  occurred: null,
  origin: null,
};

/** The API's filter of a state; null where nothing is filtered. */
export function timelineFilterOf(state: TimelineState): TimelineFilter | null {
  const filter: TimelineFilter = {
    ...(state.search.trim() && { search: state.search.trim() }),
    ...(state.kinds.length && { kinds: state.kinds }),
    ...(state.customKindIds.length && { customKindIds: state.customKindIds }),
    ...(state.actorIds.length && { actorIds: state.actorIds }),
    ...(state.stages.length && { stages: state.stages }),
    ...(state.tagIds.length && { tagIds: state.tagIds }),
    ...(state.contactIds.length && { contactIds: state.contactIds }),
    ...(state.occurred && { occurredAt: state.occurred }),
    ...(state.origin && { automatic: state.origin === "automatic" }),
  };
  return Object.keys(filter).length ? filter : null;
}
