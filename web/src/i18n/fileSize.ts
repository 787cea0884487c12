import { useTranslation } from "react-i18next";
import { localeOf } from "./i18n.ts";

const steps = [
  [1 << 20, "megabyte"],
  [1 << 10, "kilobyte"],
] as const;

/** Says how large a file is, from its bytes: `340 kB`, `1,2 MB`. */
export function useFileSize(): (bytes: number) => string {
  const { i18n } = useTranslation();
  return (bytes) => {
    const [size, unit] = steps.find(([least]) => bytes >= least) ?? ([1, "byte"] as const);
    return new Intl.NumberFormat(localeOf(i18n.language), {
      style: "unit",
      unit,
      unitDisplay: unit === "byte" ? "long" : "short",
      maximumFractionDigits: unit === "megabyte" ? 1 : 0,
    }).format(bytes / size);
  };
}
