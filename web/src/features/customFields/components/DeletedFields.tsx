import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import FormHelperText from "@mui/material/FormHelperText";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { RelativeTime } from "../../../components/RelativeTime.tsx";
import { RowMenu } from "../../../components/RowMenu.tsx";
import { Section } from "../../../components/Section.tsx";
import { textOfProblem } from "../../../feedback/problem.ts";
import { useFormats } from "../../../i18n/format.ts";
import { RowName, rowSx } from "../../../lists/SettingsRows.tsx";
import { type SettingsField_FieldFragment, useCustomFieldUsageQuery } from "../customFields.generated.ts";
import { useRestoreField } from "../useRestoreField.ts";
import { FieldWork } from "./FieldWork.tsx";
import { PurgeFieldDialog } from "./PurgeFieldDialog.tsx";

/** The fields that were deleted: who did it, what is still in them, and the two ways on from there [F119]. */
export function DeletedFields({ fields }: { fields: readonly SettingsField_FieldFragment[] }) {
  const { t } = useTranslation();
  return (
    <Section
      title={t("customFields.page.deletedCount", { count: fields.length })}
      intro={t("customFields.page.deletedIntro")}
    >
      <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0 }}>
        {fields.map((field) => (
          <DeletedField key={field.id} field={field} />
        ))}
      </Box>
    </Section>
  );
}

function DeletedField({ field }: { field: SettingsField_FieldFragment }) {
  const { t } = useTranslation();
  const { id, label, type, deletedAt, deletedBy, purged } = field;
  const { number } = useFormats();
  const restore = useRestoreField();
  const [problem, setProblem] = useState<string | null>(null);
  const [purging, setPurging] = useState(false);
  const usage = useCustomFieldUsageQuery({ variables: { id }, skip: purged, fetchPolicy: "cache-and-network" });
  const count = usage.data?.customFieldUsage;
  const who = deletedBy
    ? t("customFields.page.deletedBy", { name: deletedBy.name })
    : t("customFields.page.deletedByNobody");
  return (
    <Box component="li" sx={rowSx}>
      <RowName name={label}>
        <Typography variant="body2" color="textSecondary">
          {t(`customFields.type.${type}`)}
          {!purged && count !== undefined && ` · ${t("customFields.page.usage", { count, formatted: number(count) })}`}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {who}
          {deletedAt && (
            <>
              {" · "}
              <RelativeTime value={deletedAt} />
            </>
          )}
        </Typography>
        <FieldWork field={field} />
        {problem && (
          <FormHelperText error role="alert">
            {problem}
          </FormHelperText>
        )}
      </RowName>
      {!purged && (
        <>
          <Button
            aria-label={t("customFields.page.restoreField", { name: label })}
            onClick={() => {
              setProblem(null);
              restore(field).catch((error: unknown) => setProblem(textOfProblem(error)));
            }}
          >
            {t("customFields.page.restore")}
          </Button>
          <RowMenu
            label={t("people.actionsFor", { name: label })}
            actions={[{ label: t("customFields.page.purge"), run: () => setPurging(true), danger: true }]}
          />
        </>
      )}
      {purging && <PurgeFieldDialog field={field} count={count} onClose={() => setPurging(false)} />}
    </Box>
  );
}
