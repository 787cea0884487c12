import { keysetPages } from "../../apollo/keysetPages.ts";
import type { Feature } from "../../feature.ts";

export const timeline: Feature = {
  cache: { Client: { timeline: keysetPages(["filter"]) } },
  record: () => import("./timeline.record.ts").then(({ timelineRecord }) => timelineRecord),
};
