import ArrowDownward from "@mui/icons-material/ArrowDownward";
import ArrowUpward from "@mui/icons-material/ArrowUpward";
import Box from "@mui/material/Box";
import IconButton from "@mui/material/IconButton";
import Link from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { Link as RouterLink } from "react-router";
import { RowMenu } from "../../../components/RowMenu.tsx";
import type { SettingsField_FieldFragment } from "../customFields.generated.ts";
import { customFieldPath } from "../paths.ts";
import { useFieldActions } from "../useFieldActions.ts";
import { FieldWork } from "./FieldWork.tsx";

interface FieldListProps {
  fields: readonly SettingsField_FieldFragment[];
  onEdit: (field: SettingsField_FieldFragment) => void;
}

/** The fields in the order in which the record and the forms show them. */
export function FieldList({ fields, onEdit }: FieldListProps) {
  const { t } = useTranslation();
  const { move, remove } = useFieldActions(fields);
  return (
    <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0 }}>
      {fields.map((field, index) => {
        const marks = [
          t(`customFields.type.${field.type}`),
          field.options.length > 0 && t("customFields.page.optionCount", { count: field.options.length }),
          field.required && t("customFields.page.required"),
          field.searchable && t("customFields.page.searchable"),
        ];
        return (
          <Box component="li" key={field.id} sx={rowSx}>
            <Box sx={{ minWidth: 0, flex: 1, py: 0.75, overflowWrap: "anywhere" }}>
              <Link
                component={RouterLink}
                to={customFieldPath(field.id)}
                color="inherit"
                underline="hover"
                sx={{ fontWeight: 600 }}
              >
                {field.label}
              </Link>
              <Typography variant="body2" color="textSecondary">
                {marks.filter(Boolean).join(" · ")}
              </Typography>
              <FieldWork field={field} />
            </Box>
            <IconButton
              aria-label={t("customFields.page.moveUp", { name: field.label })}
              title={t("customFields.page.moveUp", { name: field.label })}
              aria-disabled={index === 0}
              onClick={() => void move(index, -1)}
              sx={index === 0 ? { opacity: 0.4 } : undefined}
            >
              <ArrowUpward sx={{ fontSize: 18 }} />
            </IconButton>
            <IconButton
              aria-label={t("customFields.page.moveDown", { name: field.label })}
              title={t("customFields.page.moveDown", { name: field.label })}
              aria-disabled={index === fields.length - 1}
              onClick={() => void move(index, 1)}
              sx={index === fields.length - 1 ? { opacity: 0.4 } : undefined}
            >
              <ArrowDownward sx={{ fontSize: 18 }} />
            </IconButton>
            <RowMenu
              label={t("people.actionsFor", { name: field.label })}
              actions={[
                { label: t("common.edit"), run: () => onEdit(field) },
                { label: t("common.delete"), run: () => void remove(field), danger: true },
              ]}
            />
          </Box>
        );
      })}
    </Box>
  );
}

/** A row of the page. */
export const rowSx = {
  display: "flex",
  alignItems: "center",
  gap: 0.5,
  minHeight: 48,
  pl: { sm: 1.5 },
  borderBottom: 1,
  borderColor: "divider",
} as const;
