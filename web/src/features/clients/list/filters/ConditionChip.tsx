import Box from "@mui/material/Box";
import { lazy, Suspense } from "react";
import { FilterChip } from "../../../../components/FilterChip.tsx";
import type { CustomFieldCondition } from "../../../../generated/schema.ts";
import type { CustomField } from "../../../../hooks/useCustomFields.ts";
import { useConditionText } from "./useConditionText.ts";

// It brings the rules of values, which are a tenth of all the list needs.
const ConditionForm = lazy(() =>
  import("./ConditionForm.tsx").then(({ ConditionForm }) => ({ default: ConditionForm })),
);

interface ConditionChipProps {
  field: CustomField;
  condition: CustomFieldCondition | null;
  onChange: (condition: CustomFieldCondition | null) => void;
  openAtFirst?: boolean;
  onClose?: () => void;
}

/** A filter by one of the business's own fields, compared as its type allows [F71]. */
export function ConditionChip({ field, condition, onChange, openAtFirst = false, onClose }: ConditionChipProps) {
  const text = useConditionText();
  return (
    <FilterChip
      label={field.label}
      sentence={condition && text(condition)}
      onClear={() => onChange(null)}
      openAtFirst={openAtFirst}
      onClose={onClose}
    >
      {(close) => (
        <Suspense fallback={<Box sx={{ width: 220, height: 180 }} />}>
          <ConditionForm
            field={field}
            condition={condition}
            onApply={(next) => {
              onChange(next);
              close();
            }}
          />
        </Suspense>
      )}
    </FilterChip>
  );
}
