import type { RecordPart } from "../../feature.ts";
import { ClientFiles } from "./ClientFiles.tsx";
import { FileEntry } from "./components/FileEntry.tsx";

export const filesRecord: RecordPart = {
  name: "files",
  entries: { FileEntry },
  tab: { title: "clientPages.record.tab.files", Tab: ClientFiles },
};
