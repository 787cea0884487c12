import type { RecordPart } from "../../feature.ts";
import { ClientTimeline } from "./ClientTimeline.tsx";

export const timelineRecord: RecordPart = {
  name: "timeline",
  tab: { title: "clientPages.record.tab.timeline", Tab: ClientTimeline },
};
