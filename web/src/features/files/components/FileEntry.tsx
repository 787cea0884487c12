import DeleteOutlined from "@mui/icons-material/DeleteOutlined";
import InsertDriveFileOutlined from "@mui/icons-material/InsertDriveFileOutlined";
import Link from "@mui/material/Link";
import { useTranslation } from "react-i18next";
import { EntryShell } from "../../../entries/EntryShell.tsx";
import type { EntryProps } from "../../../entries/entryComponents.ts";
import type { FileEntry_EntryFragment } from "../files.generated.ts";

/** A file of the client itself was added, deleted or put back [F101]. */
export function FileEntry({ entry, fresh }: EntryProps<FileEntry_EntryFragment>) {
  const { t } = useTranslation();
  const { file } = entry;
  return (
    <EntryShell
      entry={entry}
      icon={entry.kind === "FILE_DELETED" ? DeleteOutlined : InsertDriveFileOutlined}
      fresh={fresh}
      headline={
        file && entry.kind !== "FILE_DELETED" ? (
          <>
            {t(`timeline.kind.${entry.kind}`)}:{" "}
            {file.previewUrl ? (
              <Link href={file.previewUrl} target="_blank" rel="noreferrer">
                {file.name}
              </Link>
            ) : (
              <Link href={file.url} download>
                {file.name}
              </Link>
            )}
          </>
        ) : (
          entry.summary
        )
      }
    />
  );
}
