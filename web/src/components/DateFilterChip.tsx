import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import FormControl from "@mui/material/FormControl";
import FormHelperText from "@mui/material/FormHelperText";
import FormLabel from "@mui/material/FormLabel";
import MenuItem from "@mui/material/MenuItem";
import MenuList from "@mui/material/MenuList";
import OutlinedInput from "@mui/material/OutlinedInput";
import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormats } from "../i18n/format.ts";
import { type DateFilter, datePresets } from "./dateFilter.ts";
import { FilterChip } from "./FilterChip.tsx";

interface DateFilterChipProps {
  label: string;
  value: DateFilter | null;
  /** Turns the stretch of time into the chip's sentence: `Alta: este mes`. */
  sentence: (value: string) => string;
  onChange: (value: DateFilter | null) => void;
}

/** A filter by a stretch of time: six presets, or two days of one's own choice [F62][F63]. */
export function DateFilterChip({ label, value, sentence, onChange }: DateFilterChipProps) {
  const text = useDateFilterText();
  return (
    <FilterChip label={label} sentence={value && sentence(text(value))} onClear={() => onChange(null)}>
      {(close) => (
        <DateFilterChoice
          label={label}
          value={value}
          onChange={(next) => {
            onChange(next);
            close();
          }}
        />
      )}
    </FilterChip>
  );
}

/** The presets and the two days to choose from. */
export function DateFilterChoice({ label, value, onChange }: Omit<DateFilterChipProps, "sentence">) {
  const { t } = useTranslation();
  return (
    <>
      <MenuList autoFocus aria-label={label} sx={{ p: 0.5 }}>
        {datePresets.map((preset) => (
          <MenuItem
            key={preset}
            selected={Boolean(value && "preset" in value && value.preset === preset)}
            onClick={() => onChange({ preset })}
          >
            {t(`filters.preset.${preset}`)}
          </MenuItem>
        ))}
      </MenuList>
      <RangeForm value={value && "from" in value ? value : null} onApply={onChange} />
    </>
  );
}

/** Says a stretch of time in words. */
export function useDateFilterText(): (value: DateFilter) => string {
  const { t } = useTranslation();
  const { calendarDay } = useFormats();
  return (value) => {
    if ("preset" in value) return t(`filters.preset.${value.preset}`);
    const [from, to] = [value.from && calendarDay(value.from), value.to && calendarDay(value.to)];
    if (from && to) return from === to ? from : t("filters.between", { from, to });
    return from ? t("filters.since", { from }) : t("filters.until", { to: to ?? "" });
  };
}

interface RangeFormProps {
  value: { from: string | null; to: string | null } | null;
  onApply: (value: DateFilter | null) => void;
}

function RangeForm({ value, onApply }: RangeFormProps) {
  const { t } = useTranslation();
  const [from, setFrom] = useState(value?.from ?? "");
  const [to, setTo] = useState(value?.to ?? "");
  const [tried, setTried] = useState(false);
  const wrong = Boolean(from && to && to < from);
  const apply = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!wrong) onApply(from || to ? { from: from || null, to: to || null } : null);
  };
  return (
    <Box component="form" onSubmit={apply} sx={{ borderTop: 1, borderColor: "divider", p: 1.5 }}>
      <Box sx={{ display: "grid", gridTemplateColumns: "1fr 1fr", gap: 1 }}>
        <Day label={t("filters.from")} value={from} onChange={setFrom} />
        <Day label={t("filters.to")} value={to} onChange={setTo} error={tried && wrong} />
      </Box>
      {tried && wrong && (
        <FormHelperText error role="alert">
          {t("filters.wrongRange")}
        </FormHelperText>
      )}
      <Button type="submit" variant="outlined" fullWidth sx={{ mt: 1 }}>
        {t("filters.apply")}
      </Button>
    </Box>
  );
}

function Day({ label, value, onChange, error = false }: DayProps) {
  const id = useId();
  return (
    <FormControl error={error} sx={{ minWidth: 0 }}>
      <FormLabel htmlFor={id}>{label}</FormLabel>
      <OutlinedInput
        id={id}
        type="date"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        sx={{ fontSize: "0.8125rem" }}
        inputProps={{ sx: { px: "6px !important" } }}
      />
    </FormControl>
  );
}

interface DayProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  error?: boolean;
}
