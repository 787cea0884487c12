import { keysetPages } from "../../apollo/keysetPages.ts";
import type { Feature } from "../../feature.ts";

export const files: Feature = {
  cache: { Client: { files: keysetPages([]) } },
  record: () => import("./files.record.ts").then(({ filesRecord }) => filesRecord),
};
