import Close from "@mui/icons-material/Close";
import Box from "@mui/material/Box";
import IconButton from "@mui/material/IconButton";
import { useTranslation } from "react-i18next";
import { SendingFiles } from "../../../components/SendingFiles.tsx";
import type { UploadedFile } from "../../../hooks/uploadFile.ts";
import type { Sending } from "../../../hooks/useUploads.ts";
import { useFileSize } from "../../../i18n/fileSize.ts";

interface DraftFilesProps {
  files: readonly UploadedFile[];
  sending: readonly Sending[];
  onRemove: (file: UploadedFile) => void;
}

/** The files of an activity that is written, and those on their way with their progress. */
export function DraftFiles({ files, sending, onRemove }: DraftFilesProps) {
  const { t } = useTranslation();
  const sizeOf = useFileSize();
  if (files.length + sending.length === 0) return null;
  return (
    <Box component="ul" aria-label={t("timeline.files.label")} sx={{ listStyle: "none", m: 0, px: 1, pt: 0.5 }}>
      {files.map((file) => (
        <Box component="li" key={file.id} sx={rowSx}>
          {file.previewUrl && <Box component="img" src={file.previewUrl} alt="" sx={thumbnailSx} />}
          <Box sx={nameSx}>{file.name}</Box>
          <Box sx={{ color: "text.secondary", whiteSpace: "nowrap" }}>{sizeOf(file.size)}</Box>
          <IconButton aria-label={t("timeline.files.remove", { name: file.name })} onClick={() => onRemove(file)}>
            <Close sx={{ fontSize: 16 }} />
          </IconButton>
        </Box>
      ))}
      <SendingFiles sending={sending} />
    </Box>
  );
}

const rowSx = { display: "flex", alignItems: "center", gap: 1, minHeight: 36, px: 0.5, fontSize: "0.8125rem" } as const;
const nameSx = { minWidth: 0, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" } as const;
const thumbnailSx = { width: 28, height: 28, objectFit: "cover", borderRadius: 0.5 } as const;
