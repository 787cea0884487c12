import History from "@mui/icons-material/History";
import WarningAmber from "@mui/icons-material/WarningAmber";
import Box from "@mui/material/Box";
import ButtonBase from "@mui/material/ButtonBase";
import IconButton from "@mui/material/IconButton";
import { type ReactNode, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { CopyButton } from "../../../../components/CopyButton.tsx";
import type { Choice } from "../../../../i18n/names.ts";
import { historySearch } from "../history/historySearch.ts";
import { Property } from "./Property.tsx";
import { PropertyEditor } from "./PropertyEditor.tsx";
import type { FieldEdit } from "./useFieldEdit.ts";

interface PropertyFieldProps {
  label: string;
  /** The field whose former values may be seen. */
  historyOf: string;
  /** Beside the label, such as a way to the field's definition. */
  aside?: ReactNode;
  required?: boolean;
  /** The value as a person reads it, or "". */
  text: string;
  /** The value as it is edited: what is typed, or the choice. */
  value: unknown;
  /** Where it is edited as people write it. */
  written?: string | null;
  edit: FieldEdit;
  editable: boolean;
  /** The viewer gets the value masked [F209]. */
  hidden: boolean;
  copied: boolean;
  /** Said below the value, such as that it looks wrong. */
  note?: { text: string; warning: boolean } | undefined;
  choices: readonly Choice[] | null;
  valueOfChoice: (choice: string) => unknown;
  clearable: boolean;
  typed: "text" | "email" | "tel" | "url" | "date" | "number" | "lines";
}

/** A name and a value that is edited where it stands: click, type, ↵. */
export function PropertyField({ label, historyOf, aside, required, text, value, edit, ...rest }: PropertyFieldProps) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const refocus = useRef(false);
  const { editable, hidden, copied, note, written = value, choices, valueOfChoice, clearable, typed } = rest;
  if (edit.editing) {
    return (
      <Property label={label} aside={aside} required={required}>
        <PropertyEditor
          label={label}
          edit={edit}
          choices={choices}
          valueOfChoice={valueOfChoice}
          clearable={clearable}
          typed={typed}
          current={text}
          onDone={() => {
            refocus.current = true;
          }}
        />
      </Property>
    );
  }
  const shown = text || (
    <Box component="span" sx={{ color: "text.secondary" }}>
      {t("clientPages.record.empty")}
    </Box>
  );
  const name = text ? t("clientPages.record.edit", { field: label }) : t("clientPages.record.add", { field: label });
  const tools = (
    <>
      <IconButton
        component={Link}
        to={`?${historySearch(params, historyOf)}`}
        preventScrollReset
        tabIndex={-1}
        aria-label={t("clientHistory.seeOf", { field: label })}
        title={t("clientHistory.history")}
        sx={{ ...toolSx, "@media (hover: none)": { display: "none" } }}
      >
        <History sx={{ fontSize: 16 }} />
      </IconButton>
      {copied && text && !hidden && (
        <CopyButton
          value={String(value)}
          label={t("clientPages.record.copy", { field: label })}
          copiedLabel={t("clientPages.record.copied")}
          tabIndex={-1}
        />
      )}
      {aside}
    </>
  );
  return (
    <Property label={label} aside={tools} required={required}>
      <Box sx={{ display: "flex", alignItems: "center" }}>
        {editable ? (
          <ButtonBase
            ref={(button: HTMLButtonElement | null) => {
              if (button && refocus.current) button.focus();
              refocus.current = false;
            }}
            aria-label={text ? `${name}: ${text}` : name}
            onClick={() => edit.begin(written)}
            sx={valueSx}
          >
            {shown}
          </ButtonBase>
        ) : (
          <Box sx={{ ...valueSx, "&:hover": undefined }} title={hidden ? t("clientPages.list.maskedHint") : undefined}>
            {shown}
          </Box>
        )}
      </Box>
      {note && <PropertyNote {...note} />}
    </Property>
  );
}

const toolSx = { p: 0.25, minWidth: 24, minHeight: 24 } as const;

/** A line about a value; a warning has a mark and a colour, for nothing is said by colour alone. */
const PropertyNote = ({ text, warning }: { text: string; warning: boolean }) => (
  <Box
    sx={{
      display: "flex",
      gap: 0.5,
      px: 1,
      pb: 0.5,
      fontSize: "0.75rem",
      lineHeight: "16px",
      color: warning ? "warning.main" : "text.secondary",
    }}
  >
    {warning && <WarningAmber sx={{ fontSize: 16 }} />}
    {text}
  </Box>
);

/** How a value stands in its place, edited or not. */
export const valueSx = {
  flex: 1,
  minWidth: 0,
  minHeight: 32,
  px: 1,
  py: 0.5,
  justifyContent: "flex-start",
  textAlign: "left",
  fontSize: "0.8125rem",
  lineHeight: "20px",
  borderRadius: 1,
  overflowWrap: "anywhere",
  whiteSpace: "pre-line",
  "&:hover": { bgcolor: "action.hover" },
} as const;
