import ArrowDownward from "@mui/icons-material/ArrowDownward";
import ArrowUpward from "@mui/icons-material/ArrowUpward";
import Box from "@mui/material/Box";
import IconButton from "@mui/material/IconButton";
import Link from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { Link as RouterLink } from "react-router";
import { RowName, SettingsRows } from "../../../lists/SettingsRows.tsx";
import type { SettingsField_FieldFragment } from "../customFields.generated.ts";
import { customFieldPath } from "../paths.ts";
import { useFieldActions } from "../useFieldActions.ts";
import { FieldWork } from "./FieldWork.tsx";

/** The fields in the order in which the record and the forms show them. */
export function FieldList({ fields }: { fields: readonly SettingsField_FieldFragment[] }) {
  const { t } = useTranslation();
  const { move, remove } = useFieldActions(fields);
  const marksOf = ({ type, options, required, searchable }: SettingsField_FieldFragment) => [
    t(`customFields.type.${type}`),
    options.length > 0 && t("customFields.page.optionCount", { count: options.length }),
    required && t("customFields.page.required"),
    searchable && t("customFields.page.searchable"),
  ];
  return (
    <SettingsRows
      records={fields}
      parameter="field"
      nameOf={({ label }) => label}
      row={(field) => {
        const index = fields.indexOf(field);
        return (
          <>
            <RowName
              name={
                <Link component={RouterLink} to={customFieldPath(field.id)} color="inherit" underline="hover">
                  {field.label}
                </Link>
              }
            >
              <Typography variant="body2" color="textSecondary">
                {marksOf(field).filter(Boolean).join(" · ")}
              </Typography>
              <FieldWork field={field} />
            </RowName>
            <Box sx={{ display: "flex", gap: 0.5, mr: -1 }}>
              <Move
                label={t("customFields.page.moveUp", { name: field.label })}
                Icon={ArrowUpward}
                end={index === 0}
                onClick={() => void move(index, -1)}
              />
              <Move
                label={t("customFields.page.moveDown", { name: field.label })}
                Icon={ArrowDownward}
                end={index === fields.length - 1}
                onClick={() => void move(index, 1)}
              />
            </Box>
          </>
        );
      }}
      actions={(field) => [{ label: t("common.delete"), run: () => void remove(field), danger: true }]}
    />
  );
}

interface MoveProps {
  label: string;
  Icon: typeof ArrowUpward;
  /** True where it goes no further; it keeps the focus all the same. */
  end: boolean;
  onClick: () => void;
}

const Move = ({ label, Icon, end, onClick }: MoveProps) => (
  <IconButton
    aria-label={label}
    title={label}
    aria-disabled={end}
    onClick={onClick}
    sx={end ? { opacity: 0.4 } : undefined}
  >
    <Icon sx={{ fontSize: 18 }} />
  </IconButton>
);
