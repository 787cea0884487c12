import type { RecordPart } from "../../feature.ts";
import { ClientFiles } from "./ClientFiles.tsx";

export const filesRecord: RecordPart = {
  name: "files",
  tab: { title: "clientPages.record.tab.files", Tab: ClientFiles },
};
