import { FilterChip } from "../../../../components/FilterChip.tsx";
import { FilterOptions } from "../../../../components/FilterOptions.tsx";
import type { ValuesKey } from "../listState.ts";
import { useFilterOptions } from "./useFilterOptions.tsx";

interface ValuesChipProps {
  filterKey: ValuesKey;
  label: string;
  sentence: string | null;
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  openAtFirst: boolean;
  onClose: () => void;
}

/** A filter of the list by any of several values. */
export function ValuesChip({ filterKey, label, sentence, chosen, onChange, openAtFirst, onClose }: ValuesChipProps) {
  return (
    <FilterChip
      label={label}
      sentence={sentence}
      onClear={() => onChange([])}
      openAtFirst={openAtFirst}
      onClose={onClose}
    >
      {() => <ValueOptions filterKey={filterKey} label={label} chosen={chosen} onChange={onChange} />}
    </FilterChip>
  );
}

const typed: readonly ValuesKey[] = ["region", "city", "postalCode"];

/** What the filter offers; apart, so that it is loaded when it is opened. */
export function ValueOptions({
  filterKey,
  label,
  chosen,
  onChange,
}: Pick<ValuesChipProps, "filterKey" | "label" | "chosen" | "onChange">) {
  return (
    <FilterOptions
      label={label}
      options={useFilterOptions(filterKey, chosen)}
      chosen={chosen}
      onChange={onChange}
      {...(typed.includes(filterKey) && { ofTyped: (text: string) => text })}
    />
  );
}
