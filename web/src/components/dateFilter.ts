import { readDay } from "@clientela/shared/time/zoned";
import type { DatePreset } from "../generated/schema.ts";

export const datePresets = [
  "TODAY",
  "YESTERDAY",
  "LAST_7_DAYS",
  "THIS_MONTH",
  "LAST_MONTH",
  "LAST_3_MONTHS",
] as const satisfies readonly DatePreset[];

/** A stretch of time: a preset, or days of the business time zone (`2026-11-12`), both included. */
export type DateFilter = { preset: DatePreset } | { from: string | null; to: string | null };

/** Reads a stretch of time from a URL (`THIS_MONTH`, `2026-01-01..2026-01-31`, `2026-01-01..`); null where it says none. */
export function readDateFilter(value: string | null): DateFilter | null {
  if (!value) return null;
  const preset = datePresets.find((name) => name === value);
  if (preset) return { preset };
  const [from = "", to = ""] = value.split("..");
  const range = { from: readDay(from), to: readDay(to) };
  return range.from || range.to ? range : null;
}

/** The opposite of {@link readDateFilter}. */
export function writeDateFilter(filter: DateFilter | null): string {
  if (!filter) return "";
  return "preset" in filter ? filter.preset : `${filter.from ?? ""}..${filter.to ?? ""}`;
}
