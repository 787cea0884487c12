import { localTimeOf, momentOf } from "@clientela/shared/time/zoned";
import Box from "@mui/material/Box";
import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import Link from "@mui/material/Link";
import OutlinedInput from "@mui/material/OutlinedInput";
import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";
import Typography from "@mui/material/Typography";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link as RouterLink, useSearchParams } from "react-router";
import { Loaded } from "../../../../components/Loaded.tsx";
import { Message } from "../../../../components/Message.tsx";
import { SidePanel } from "../../../../components/SidePanel.tsx";
import { TableSkeleton } from "../../../../components/TableSkeleton.tsx";
import { useChangeTexts } from "../../../../hooks/useChangeTexts.ts";
import { useFormats } from "../../../../i18n/format.ts";
import { useSettings } from "../../../../session/useSession.ts";
import type { ClientRecord } from "../../clientValues.ts";
import { useClientThenAndNowQuery } from "./history.generated.ts";
import { historySearch } from "./historySearch.ts";

interface AsOfPanelProps {
  client: ClientRecord;
  /** ISO 8601; whatever else the address says is taken for now. */
  at: string;
  onAt: (at: string | null) => void;
}

/** The record as it stood at a moment, beside what it is today [B6]. */
export function AsOfPanel({ client, at, onAt }: AsOfPanelProps) {
  const { t } = useTranslation();
  const changeTexts = useChangeTexts();
  const { exact } = useFormats();
  const [params] = useSearchParams();
  const id = useId();
  const zone = useSettings()?.timeZone ?? "UTC";
  const [opened] = useState(Date.now);
  const [onlyChanged, setOnlyChanged] = useState(false);
  const earliest = Date.parse(client.createdAt);
  const asked = Date.parse(at);
  const moment = new Date(Math.min(Math.max(Number.isNaN(asked) ? opened : asked, earliest), opened));
  const query = useClientThenAndNowQuery({
    variables: { id: client.id, at: moment.toISOString() },
    fetchPolicy: "cache-and-network",
  });
  return (
    <SidePanel open title={t("clientHistory.asOf")} onClose={() => onAt(null)}>
      <Box sx={{ p: 2.5, display: "flex", flexDirection: "column", gap: 2 }}>
        <div>
          <Box
            component="label"
            htmlFor={id}
            sx={{ display: "block", fontSize: "0.8125rem", fontWeight: 600, mb: 0.5 }}
          >
            {t("clientHistory.moment")}
          </Box>
          <OutlinedInput
            id={id}
            type="datetime-local"
            value={localTimeOf(moment, zone)}
            onChange={(event) => event.target.value && onAt(momentOf(event.target.value, zone).toISOString())}
            inputProps={{ min: localTimeOf(client.createdAt, zone), max: localTimeOf(new Date(opened), zone) }}
          />
          <Typography variant="caption" color="textSecondary" sx={{ display: "block", mt: 0.5 }}>
            {t("clientHistory.since", { moment: exact(client.createdAt) })}
          </Typography>
        </div>
        <FormControlLabel
          control={<Checkbox size="small" checked={onlyChanged} onChange={(_, checked) => setOnlyChanged(checked)} />}
          label={t("clientHistory.onlyChanged")}
          slotProps={{ typography: { variant: "body2" } }}
        />
        <Loaded query={{ ...query, data: query.data ?? query.previousData }} skeleton={<TableSkeleton rows={8} />}>
          {({ clientThenAndNow }) => {
            const rows = clientThenAndNow.filter(({ before, after }) => !onlyChanged || before !== after);
            return rows.length === 0 ? (
              <Message title={t("clientHistory.same")} />
            ) : (
              <Table sx={{ tableLayout: "fixed", "& td, & th": { px: 1 } }}>
                <TableHead>
                  <TableRow>
                    <TableCell sx={{ width: "30%" }}>{t("clientHistory.field")}</TableCell>
                    <TableCell>{t("clientHistory.before")}</TableCell>
                    <TableCell>{t("clientHistory.now")}</TableCell>
                  </TableRow>
                </TableHead>
                <TableBody>
                  {rows.map((row) => {
                    const { field, label, before, after } = changeTexts(row);
                    const changed = before !== after;
                    return (
                      <TableRow key={field} sx={{ "& td": cellSx, bgcolor: changed ? "primary.light" : undefined }}>
                        <TableCell component="th" scope="row" sx={{ ...cellSx, color: "text.secondary" }}>
                          <Link
                            component={RouterLink}
                            to={`?${historySearch(params, field)}`}
                            color="inherit"
                            underline="hover"
                            sx={{ display: "inline-block", minHeight: 24 }}
                          >
                            {label}
                          </Link>
                        </TableCell>
                        <TableCell sx={{ fontWeight: changed ? 600 : 400 }}>{before ?? "—"}</TableCell>
                        <TableCell sx={{ color: changed ? undefined : "text.secondary" }}>
                          {changed ? (after ?? "—") : t("clientHistory.unchanged")}
                        </TableCell>
                      </TableRow>
                    );
                  })}
                </TableBody>
              </Table>
            );
          }}
        </Loaded>
      </Box>
    </SidePanel>
  );
}

const cellSx = {
  py: 1,
  height: "auto",
  verticalAlign: "top",
  overflowWrap: "anywhere",
  whiteSpace: "pre-line",
} as const;
