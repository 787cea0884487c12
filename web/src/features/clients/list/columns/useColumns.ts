import { useMemo } from "react";
import { useCustomFields } from "../../../../hooks/useCustomFields.ts";
import { columnsOf } from "./columns.ts";
import { useListSettings } from "./useListSettings.ts";

/** The columns that the person sees, in their order; the same array while nothing changes. */
export function useColumns() {
  const { columns } = useListSettings().settings;
  const { query, fields } = useCustomFields();
  const known = query.data ? fields : undefined;
  return useMemo(() => columnsOf(columns, known), [columns, known]);
}
