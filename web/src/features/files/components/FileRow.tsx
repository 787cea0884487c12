import DeleteOutlined from "@mui/icons-material/DeleteOutlined";
import FileDownloadOutlined from "@mui/icons-material/FileDownloadOutlined";
import InsertDriveFileOutlined from "@mui/icons-material/InsertDriveFileOutlined";
import Box from "@mui/material/Box";
import IconButton from "@mui/material/IconButton";
import Link from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { RelativeTime } from "../../../components/RelativeTime.tsx";
import { useFileSize } from "../../../i18n/fileSize.ts";
import type { FileRow_FileFragment } from "../files.generated.ts";

interface FileRowProps {
  file: FileRow_FileFragment;
  onDelete: () => void;
}

/** One file: its small picture if there is one, its uploader, and the ways to download or delete it. */
export function FileRow({ file, onDelete }: FileRowProps) {
  const { t } = useTranslation();
  const sizeOf = useFileSize();
  const { name, size, url, previewUrl, uploadedBy, createdAt, entryId, viewerCanDelete } = file;
  return (
    <Box component="li" sx={rowSx}>
      <Box sx={pictureSx}>
        {previewUrl ? (
          <Box component="img" src={previewUrl} alt="" loading="lazy" sx={imageSx} />
        ) : (
          <InsertDriveFileOutlined sx={{ fontSize: 20, color: "text.secondary" }} />
        )}
      </Box>
      <Box sx={{ flex: 1, minWidth: 0, py: 0.75 }}>
        {previewUrl ? (
          <Link href={previewUrl} target="_blank" rel="noreferrer" underline="hover" sx={nameSx} title={name}>
            {name}
          </Link>
        ) : (
          <Link href={url} download underline="hover" sx={nameSx} title={name}>
            {name}
          </Link>
        )}
        <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: "anywhere" }}>
          {sizeOf(size)}
          {uploadedBy && ` · ${uploadedBy.name}`}
          {" · "}
          <RelativeTime value={createdAt} />
          {entryId && ` · ${t("files.attached")}`}
        </Typography>
      </Box>
      <IconButton component="a" href={url} download aria-label={t("files.download", { name })}>
        <FileDownloadOutlined fontSize="small" />
      </IconButton>
      {viewerCanDelete && (
        <IconButton aria-label={t("files.delete", { name })} onClick={onDelete}>
          <DeleteOutlined fontSize="small" />
        </IconButton>
      )}
    </Box>
  );
}

const rowSx = { display: "flex", alignItems: "center", gap: 1, minHeight: 56, borderBottom: 1, borderColor: "divider" };
const pictureSx = { width: 40, height: 40, mr: 0.5, flexShrink: 0, display: "grid", placeItems: "center" } as const;
const imageSx = {
  width: 40,
  height: 40,
  objectFit: "cover",
  borderRadius: 1,
  border: 1,
  borderColor: "divider",
} as const;
const nameSx = {
  display: "block",
  color: "text.primary",
  fontWeight: 600,
  overflow: "hidden",
  textOverflow: "ellipsis",
  whiteSpace: "nowrap",
} as const;
