import InsertDriveFileOutlined from "@mui/icons-material/InsertDriveFileOutlined";
import Box from "@mui/material/Box";
import Link from "@mui/material/Link";
import { useTranslation } from "react-i18next";
import { useFileSize } from "../../../i18n/fileSize.ts";
import type { EntryFiles_FileFragment } from "../timeline.generated.ts";

/** The files of an activity: pictures small, opened large beside the page; the others to download. */
export function EntryFiles({ files }: { files: readonly EntryFiles_FileFragment[] }) {
  const { t } = useTranslation();
  const sizeOf = useFileSize();
  if (files.length === 0) return null;
  return (
    <Box component="ul" aria-label={t("timeline.files.label")} sx={listSx}>
      {files.map(({ id, name, size, url, previewUrl }) => (
        <Box component="li" key={id} sx={{ minWidth: 0 }}>
          {previewUrl ? (
            <Link href={previewUrl} target="_blank" rel="noreferrer" title={name} sx={{ display: "block" }}>
              <Box component="img" src={previewUrl} alt={name} loading="lazy" sx={pictureSx} />
            </Link>
          ) : (
            <Link href={url} download underline="hover" sx={fileSx}>
              <InsertDriveFileOutlined sx={{ fontSize: 16, color: "text.secondary" }} />
              <Box component="span" sx={{ overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" }}>
                {name}
              </Box>
              <Box component="span" sx={{ color: "text.secondary", whiteSpace: "nowrap" }}>
                {sizeOf(size)}
              </Box>
            </Link>
          )}
        </Box>
      ))}
    </Box>
  );
}

const listSx = {
  listStyle: "none",
  m: 0,
  mt: 0.75,
  p: 0,
  display: "flex",
  flexWrap: "wrap",
  gap: 1,
  alignItems: "end",
};
const pictureSx = {
  display: "block",
  height: 96,
  minWidth: 48,
  maxWidth: 220,
  objectFit: "cover",
  borderRadius: 1,
  border: 1,
  borderColor: "divider",
} as const;
const fileSx = {
  display: "flex",
  alignItems: "center",
  gap: 0.75,
  maxWidth: 320,
  minHeight: 32,
  px: 1,
  border: 1,
  borderColor: "divider",
  borderRadius: 1,
  color: "text.primary",
} as const;
