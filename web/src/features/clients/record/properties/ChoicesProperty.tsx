import Box from "@mui/material/Box";
import ButtonBase from "@mui/material/ButtonBase";
import FormHelperText from "@mui/material/FormHelperText";
import Popover from "@mui/material/Popover";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { FilterOptions } from "../../../../components/FilterOptions.tsx";
import { Property } from "./Property.tsx";
import { valueSx } from "./PropertyField.tsx";
import type { FieldEdit } from "./useFieldEdit.ts";

interface ChoicesPropertyProps {
  label: string;
  aside: ReactNode;
  required: boolean;
  options: readonly string[];
  chosen: readonly string[];
  editable: boolean;
  edit: FieldEdit;
}

/** Several choices of a field, ticked where they stand and saved when the list closes. */
export function ChoicesProperty({ label, aside, required, options, chosen, editable, edit }: ChoicesPropertyProps) {
  const { t } = useTranslation();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [ticked, setTicked] = useState(chosen);
  const text = chosen.join(", ");
  const shown = text || (
    <Box component="span" sx={{ color: "text.secondary" }}>
      {t("clientPages.record.empty")}
    </Box>
  );
  const name = text ? t("clientPages.record.edit", { field: label }) : t("clientPages.record.add", { field: label });
  const close = () => {
    setAnchor(null);
    void edit.save(ticked.length ? options.filter((option) => ticked.includes(option)) : null);
  };
  return (
    <Property label={label} aside={aside} required={required}>
      {editable ? (
        <ButtonBase
          aria-label={text ? `${name}: ${text}` : name}
          aria-haspopup="dialog"
          onClick={(event) => {
            setTicked(edit.editing ? ((edit.value ?? []) as string[]) : chosen);
            setAnchor(event.currentTarget);
          }}
          sx={{ ...valueSx, width: "100%" }}
        >
          {shown}
        </ButtonBase>
      ) : (
        <Box sx={{ ...valueSx, "&:hover": undefined }}>{shown}</Box>
      )}
      {edit.problem && (
        <FormHelperText error role="alert">
          {edit.problem}
        </FormHelperText>
      )}
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={close}
        anchorOrigin={{ vertical: "bottom", horizontal: "left" }}
        slotProps={{ paper: { role: "dialog", "aria-label": label, sx: { minWidth: 200, maxWidth: 320 } } }}
      >
        <FilterOptions
          label={label}
          options={options.map((option) => ({ value: option, text: option }))}
          chosen={ticked}
          onChange={setTicked}
        />
      </Popover>
    </Property>
  );
}
