import { hasOptions } from "@clientela/shared/custom-fields/types";
import { valueRules } from "@clientela/shared/custom-fields/values";
import { problemsOf } from "@clientela/shared/validation";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import FormControl from "@mui/material/FormControl";
import FormHelperText from "@mui/material/FormHelperText";
import FormLabel from "@mui/material/FormLabel";
import NativeSelect from "@mui/material/NativeSelect";
import OutlinedInput from "@mui/material/OutlinedInput";
import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { FilterOptions } from "../../../../components/FilterOptions.tsx";
import { NumberField } from "../../../../form/NumberField.tsx";
import type { CustomFieldCondition, FieldOperator } from "../../../../generated/schema.ts";
import type { CustomField } from "../../../../hooks/useCustomFields.ts";
import { textOf } from "../../../../i18n/i18n.ts";
import { hasValue, operatorsOf } from "./customConditions.ts";

interface ConditionFormProps {
  field: CustomField;
  condition: CustomFieldCondition | null;
  onApply: (condition: CustomFieldCondition | null) => void;
}

/** How a field of the business is compared, and with what. */
export function ConditionForm({ field, condition, onApply }: ConditionFormProps) {
  const { t } = useTranslation();
  const id = useId();
  const offered = operatorsOf[field.type];
  const [operator, setOperator] = useState<FieldOperator>(condition?.operator ?? offered[0] ?? "EQ");
  const [values, setValues] = useState<string[]>(
    condition && hasValue(condition.operator) ? [condition.value].flat().map(String) : [],
  );
  const [problem, setProblem] = useState<string | undefined>();
  const [value = ""] = values;
  const several = operator === "IN" || (field.type === "MULTI_SELECT" && operator === "CONTAINS");
  const options =
    field.type === "BOOLEAN"
      ? [
          { value: "true", text: t("customFields.yes") },
          { value: "false", text: t("customFields.no") },
        ]
      : // Also one that is chosen and gone meanwhile, so that it can be let go.
        [...new Set([...field.options, ...(hasOptions(field.type) ? values : [])])]
          .filter(Boolean)
          .map((option) => ({ value: option, text: option }));
  const apply = (event: FormEvent) => {
    event.preventDefault();
    if (!hasValue(operator)) return onApply({ key: field.key, operator });
    const given = values.map((each) => each.trim()).filter(Boolean);
    if (given.length === 0) return onApply(null);
    const typed = given.map((each) => (field.type === "BOOLEAN" ? each === "true" : each));
    const parsed = several ? null : valueRules(field).safeParse(typed[0]);
    const [wrong] = parsed?.error && field.type === "NUMBER" ? problemsOf(parsed.error) : [];
    if (wrong) return setProblem(textOf(wrong));
    onApply({ key: field.key, operator, value: several ? typed : field.type === "NUMBER" ? parsed?.data : typed[0] });
  };
  return (
    <Box component="form" onSubmit={apply} sx={{ p: 1.5, display: "grid", gap: 1.5 }}>
      <FormControl>
        <FormLabel htmlFor={`${id}-operator`}>{t("clientPages.filter.operator")}</FormLabel>
        <NativeSelect
          input={<OutlinedInput />}
          value={operator}
          onChange={(event) => {
            const next = offered.find((each) => each === event.target.value);
            if (next) setOperator(next);
          }}
          inputProps={{ id: `${id}-operator` }}
        >
          {offered.map((each) => (
            <option key={each} value={each}>
              {t(`customFields.operator.${each}`)}
            </option>
          ))}
        </NativeSelect>
      </FormControl>
      {hasValue(operator) && several && (
        <FilterOptions label={field.label} options={options} chosen={values} onChange={setValues} />
      )}
      {hasValue(operator) && !several && (
        <FormControl>
          <FormLabel htmlFor={id}>{t("clientPages.filter.value")}</FormLabel>
          {options.length > 0 ? (
            <NativeSelect
              input={<OutlinedInput />}
              value={value}
              onChange={(event) => setValues([event.target.value])}
              inputProps={{ id }}
            >
              <option value="" />
              {options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.text}
                </option>
              ))}
            </NativeSelect>
          ) : field.type === "NUMBER" ? (
            <NumberField
              id={id}
              autoFocus
              value={value}
              error={problem !== undefined}
              onChange={(next) => {
                setValues([String(next ?? "")]);
                setProblem(undefined);
              }}
              inputProps={{ "aria-invalid": problem !== undefined, "aria-describedby": `${id}-problem` }}
            />
          ) : (
            <OutlinedInput
              id={id}
              autoFocus
              type={field.type === "DATE" ? "date" : "text"}
              value={value}
              onChange={(event) => setValues([event.target.value])}
            />
          )}
          {problem && (
            <FormHelperText id={`${id}-problem`} error role="alert">
              {problem}
            </FormHelperText>
          )}
        </FormControl>
      )}
      <Button type="submit" variant="outlined">
        {t("filters.apply")}
      </Button>
    </Box>
  );
}
