import Box from "@mui/material/Box";
import Link from "@mui/material/Link";
import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";
import { useTranslation } from "react-i18next";
import { RelativeTime } from "../../../components/RelativeTime.tsx";
import type { MessageRow_MessageFragment } from "../outbox.generated.ts";
import { MessageStateDot } from "./MessageStateDot.tsx";

const wideOnly = { display: { xs: "none", sm: "table-cell" } };

interface MessageTableProps {
  messages: readonly MessageRow_MessageFragment[];
  onOpen: (id: string) => void;
}

/** One row per e-mail; on a phone the receiver stands under the subject. */
export function MessageTable({ messages, onOpen }: MessageTableProps) {
  const { t } = useTranslation();
  return (
    <Table sx={{ tableLayout: "fixed" }}>
      <TableHead>
        <TableRow>
          <TableCell>{t("outbox.subject")}</TableCell>
          <TableCell sx={{ ...wideOnly, width: "30%" }}>{t("outbox.to")}</TableCell>
          <TableCell sx={{ width: { xs: 112, sm: 150 } }}>{t("outbox.state")}</TableCell>
          <TableCell sx={{ ...wideOnly, width: 130 }}>{t("outbox.when")}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {messages.map(({ id, subject, to, state, createdAt, lastError }) => (
          <TableRow
            key={id}
            hover
            onClick={() => onOpen(id)}
            sx={{ cursor: "pointer", "& > td": { height: 52, py: 0.5 } }}
          >
            <TableCell>
              <Link
                component="button"
                color="inherit"
                underline="hover"
                onClick={(event) => {
                  event.stopPropagation();
                  onOpen(id);
                }}
                sx={{ font: "inherit", fontWeight: 600, textAlign: "start", overflowWrap: "anywhere" }}
              >
                {subject}
              </Link>
              <Box sx={{ display: { sm: "none" }, color: "text.secondary", fontSize: 13, overflowWrap: "anywhere" }}>
                {to} · <RelativeTime value={createdAt} />
              </Box>
              {lastError && state !== "SENT" && (
                <Box
                  title={lastError}
                  sx={{
                    color: "error.main",
                    fontSize: 13,
                    overflow: "hidden",
                    textOverflow: "ellipsis",
                    whiteSpace: "nowrap",
                  }}
                >
                  {lastError}
                </Box>
              )}
            </TableCell>
            <TableCell sx={{ ...wideOnly, overflowWrap: "anywhere" }}>{to}</TableCell>
            <TableCell>
              <MessageStateDot state={state} />
            </TableCell>
            <TableCell sx={wideOnly}>
              <RelativeTime value={createdAt} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
