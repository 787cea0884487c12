import UploadOutlined from "@mui/icons-material/UploadOutlined";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { type DragEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Message } from "../../components/Message.tsx";
import { PageBody } from "../../components/PageBody.tsx";
import { Section } from "../../components/Section.tsx";
import { SendingFiles } from "../../components/SendingFiles.tsx";
import { TableSkeleton } from "../../components/TableSkeleton.tsx";
import { useUploads } from "../../hooks/useUploads.ts";
import { Rows } from "../../lists/Rows.tsx";
import { useConnection } from "../../lists/useConnection.ts";
import { FileRow } from "./components/FileRow.tsx";
import { ClientFilesDocument } from "./files.generated.ts";
import { useDeleteFile } from "./useDeleteFile.ts";
import { useLiveFiles } from "./useLiveFiles.ts";

const pageSize = 30;

/** A client's files and those of its activities, latest first; more come by button or drop. */
export function ClientFiles({ clientId }: { clientId: string }) {
  const { t } = useTranslation();
  const list = useConnection(ClientFilesDocument, {
    variables: { id: clientId, first: pageSize },
    of: ({ client }) => client?.files,
    // A list that was read further stays that long when a file comes or goes.
    refetchWritePolicy: "merge",
  });
  useLiveFiles({
    clientId,
    cursor: list.loading ? null : (list.data?.client?.timelineCursor ?? null),
    shown: Math.max(list.nodes?.length ?? 0, pageSize),
  });
  const uploads = useUploads({
    clientId,
    waits: false,
    onUploaded: list.refetch,
  });
  const deleteFile = useDeleteFile();
  const picker = useRef<HTMLInputElement>(null);
  const [dragging, setDragging] = useState(false);
  const onDragOver = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    setDragging(true);
  };
  const onDrop = (event: DragEvent) => {
    setDragging(false);
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    uploads.add(event.dataTransfer.files);
  };
  const add = (
    <Button variant="outlined" startIcon={<UploadOutlined />} onClick={() => picker.current?.click()}>
      {t("files.upload")}
    </Button>
  );
  const filesOf = (files: NonNullable<typeof list.nodes>) => (
    <Section title={t("files.count", { count: list.totalCount ?? 0 })} actions={add}>
      <Box component="ul" aria-label={t("files.label")} sx={{ listStyle: "none", m: 0, p: 0 }}>
        <SendingFiles sending={uploads.sending} />
        {files.map((file) => (
          <FileRow key={file.id} file={file} onDelete={() => void deleteFile(file)} />
        ))}
      </Box>
    </Section>
  );
  return (
    <Box
      onDragOver={onDragOver}
      onDragLeave={() => setDragging(false)}
      onDrop={onDrop}
      sx={{ position: "relative", minHeight: 320 }}
    >
      {dragging && <Box sx={dropSx}>{t("files.dropHere")}</Box>}
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label={t("files.upload")}
        onChange={(event) => {
          uploads.add([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
      <PageBody>
        <Rows
          list={list}
          skeleton={<TableSkeleton rows={4} height={56} />}
          more={t("files.more")}
          empty={
            uploads.sending.length > 0 ? (
              filesOf([])
            ) : (
              <Message title={t("files.empty")} actions={add}>
                {t("files.emptyHint")}
              </Message>
            )
          }
        >
          {filesOf}
        </Rows>
      </PageBody>
    </Box>
  );
}

/** Lets the drag through, so that it goes on over what it covers. */
const dropSx = {
  position: "absolute",
  inset: 8,
  zIndex: 1,
  display: "grid",
  placeItems: "center",
  pointerEvents: "none",
  border: "1px dashed",
  borderColor: "primary.main",
  borderRadius: 1,
  bgcolor: "background.paper",
  opacity: 0.94,
  fontWeight: 600,
} as const;
