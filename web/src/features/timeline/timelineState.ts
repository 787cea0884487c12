import { timelineKinds, timelineStages } from "@clientela/shared/timeline/rules";
import type { DateFilter } from "../../components/dateFilter.ts";
import type { TimelineFilter, TimelineKind, TimelineStage } from "../../generated/schema.ts";
import { dateRange, many, one, text, urlState } from "../../lists/urlState.ts";

/** Who wrote an entry: a person by hand, or Clientela by itself. */
export type Origin = "manual" | "automatic";

/** What the timeline shows, as the URL says it; its parameters do not meet those of the page around it. */
export interface TimelineState {
  search: string;
  /** Our kinds by name, those of the business by their ids. */
  kinds: string[];
  stages: TimelineStage[];
  tagIds: string[];
  actorIds: string[];
  /** Only what is about these people of the client [F110]. */
  contactIds: string[];
  occurred: DateFilter | null;
  origin: Origin | null;
}

const id = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const isOwnKind = (kind: string) => id.test(kind);

const origins = ["manual", "automatic"] as const satisfies readonly Origin[];
const kinds = many("kind");

/** The timeline's state in the address. */
export const timelineState = urlState<TimelineState>({
  search: text("find"),
  kinds: {
    ...kinds,
    read: (values) =>
      kinds.read(values).filter((kind) => (timelineKinds as readonly string[]).includes(kind) || isOwnKind(kind)),
  },
  stages: many("stage", timelineStages),
  tagIds: many("entryTag"),
  actorIds: many("by"),
  contactIds: many("about"),
  occurred: dateRange("when"),
  origin: one("origin", origins),
});

/** A timeline without filters. */
export const wholeTimeline = timelineState.read(new URLSearchParams());

/** The API's filter of a state; null where nothing is filtered. */
export function timelineFilterOf(state: TimelineState): TimelineFilter | null {
  const ours = state.kinds.filter((kind) => !isOwnKind(kind)) as TimelineKind[];
  const own = state.kinds.filter(isOwnKind);
  const filter: TimelineFilter = {
    ...(state.search.trim() && { search: state.search.trim() }),
    ...(ours.length && { kinds: ours }),
    ...(own.length && { customKindIds: own }),
    ...(state.actorIds.length && { actorIds: state.actorIds }),
    ...(state.stages.length && { stages: state.stages }),
    ...(state.tagIds.length && { tagIds: state.tagIds }),
    ...(state.contactIds.length && { contactIds: state.contactIds }),
    ...(state.occurred && { occurredAt: state.occurred }),
    ...(state.origin && { automatic: state.origin === "automatic" }),
  };
  return Object.keys(filter).length ? filter : null;
}
