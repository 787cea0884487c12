import { type ClientColumnKey, clientColumns, usualColumns } from "@clientela/shared/clients/columns";
import { foldText } from "@clientela/shared/normalize/fold";
import Add from "@mui/icons-material/Add";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import ButtonBase from "@mui/material/ButtonBase";
import OutlinedInput from "@mui/material/OutlinedInput";
import Popover from "@mui/material/Popover";
import ToggleButton from "@mui/material/ToggleButton";
import ToggleButtonGroup from "@mui/material/ToggleButtonGroup";
import Typography from "@mui/material/Typography";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCustomFields } from "../../../../hooks/useCustomFields.ts";
import { columnLabel } from "./columnLabels.ts";
import { columnsOf } from "./columns.ts";
import { ShownColumns } from "./ShownColumns.tsx";
import { useListSettings } from "./useListSettings.ts";

/** What the list shows: which columns, in which order, and how close its rows stand. Every change shows at once. */
export function ColumnsPopover({ anchor, onClose }: { anchor: HTMLElement; onClose: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const { settings, save } = useListSettings();
  const { query, fields } = useCustomFields();
  const [wanted, setWanted] = useState("");
  /** What was chosen before all was put back. */
  const [before, setBefore] = useState<ClientColumnKey[] | null>(null);
  const shown = columnsOf(settings.columns ?? usualColumns, query.data && fields).map(({ key }) => key);
  const setColumns = (columns: ClientColumnKey[] | null) => save({ ...settings, columns });
  const others = [...clientColumns, ...fields.map(({ key }) => `custom.${key}` as const)]
    .filter((key) => !shown.includes(key))
    .map((key) => ({ key, label: columnLabel(key, fields) }))
    .filter(({ label }) => foldText(label).includes(foldText(wanted.trim())));
  return (
    <Popover
      open
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: "bottom", horizontal: "right" }}
      transformOrigin={{ vertical: "top", horizontal: "right" }}
      slotProps={{ paper: { role: "dialog", "aria-label": t("clientPages.columns.title"), sx: paperSx } }}
    >
      <Box sx={{ p: 1.5, pb: 1, display: "flex", alignItems: "center", gap: 1 }}>
        <ToggleButtonGroup
          exclusive
          fullWidth
          size="small"
          aria-label={t("clientPages.columns.density")}
          value={settings.compact}
          onChange={(_event, compact: boolean | null) => compact !== null && save({ ...settings, compact })}
        >
          {[false, true].map((compact) => (
            <ToggleButton key={String(compact)} value={compact} sx={{ py: 0.25, textTransform: "none" }}>
              {t(compact ? "clientPages.columns.compact" : "clientPages.columns.usual")}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </Box>
      <Box sx={{ flex: 1, minHeight: 0, overflow: "auto", px: 0.5 }}>
        <Box sx={{ display: "flex", alignItems: "center", justifyContent: "space-between", pl: 1, minHeight: 32 }}>
          <Typography id={`${id}-shown`} variant="h3" sx={{ fontSize: "0.8125rem" }}>
            {t("clientPages.columns.shown")}
          </Typography>
          {settings.columns ? (
            <Button
              onClick={() => {
                setBefore(settings.columns);
                setColumns(null);
              }}
            >
              {t("clientPages.columns.reset")}
            </Button>
          ) : (
            before && <Button onClick={() => setColumns(before)}>{t("common.undo")}</Button>
          )}
        </Box>
        <ShownColumns labelledBy={`${id}-shown`} columns={shown} fields={fields} onChange={setColumns} />
        <Typography id={`${id}-more`} variant="h3" sx={{ fontSize: "0.8125rem", px: 1, pt: 1.5, pb: 0.75 }}>
          {t("clientPages.columns.more")}
        </Typography>
        <Box sx={{ px: 1 }}>
          <OutlinedInput
            fullWidth
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
            placeholder={t("filters.find")}
            inputProps={{ "aria-label": t("clientPages.columns.find") }}
          />
        </Box>
        <Box component="ul" aria-labelledby={`${id}-more`} sx={{ listStyle: "none", m: 0, p: 0, py: 0.5 }}>
          {others.map(({ key, label }) => (
            <li key={key}>
              <ButtonBase
                aria-label={t("clientPages.columns.add", { column: label })}
                onClick={() => setColumns([...shown, key])}
                sx={otherSx}
              >
                <Add sx={{ fontSize: 18, color: "text.secondary" }} />
                {label}
              </ButtonBase>
            </li>
          ))}
        </Box>
        {others.length === 0 && (
          <Typography variant="body2" color="textSecondary" sx={{ px: 1, pb: 1.5 }}>
            {wanted ? t("form.noMatch") : t("clientPages.columns.allShown")}
          </Typography>
        )}
      </Box>
    </Popover>
  );
}

const paperSx = {
  mt: 0.5,
  width: 320,
  maxHeight: "min(640px, calc(100dvh - 96px))",
  display: "flex",
  flexDirection: "column",
  border: 1,
  borderColor: "divider",
  boxShadow: "0 8px 24px rgba(0,0,0,0.18)",
} as const;
const otherSx = {
  width: "100%",
  justifyContent: "flex-start",
  gap: 1,
  px: 1,
  minHeight: 32,
  borderRadius: 1,
  py: 0.75,
  fontSize: "0.8125rem",
  textAlign: "left",
  overflowWrap: "anywhere",
  "&:hover": { bgcolor: "action.hover" },
} as const;
