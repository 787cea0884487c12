import { useApolloClient } from "@apollo/client/react";
import { foldText } from "@clientela/shared/normalize/fold";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogContentText from "@mui/material/DialogContentText";
import DialogTitle from "@mui/material/DialogTitle";
import OutlinedInput from "@mui/material/OutlinedInput";
import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { textOfProblem } from "../../../feedback/problem.ts";
import { toast } from "../../../feedback/toast.ts";
import { Field } from "../../../form/Field.tsx";
import { useFormats } from "../../../i18n/format.ts";
import {
  CustomFieldSettingsDocument,
  PurgeCustomFieldDocument,
  type SettingsField_FieldFragment,
} from "../customFields.generated.ts";

interface PurgeFieldDialogProps {
  field: SettingsField_FieldFragment;
  /** How many clients have a value; undefined while that is not known. */
  count: number | undefined;
  onClose: () => void;
}

/** Takes a deleted field's values away for good, once its name was typed: nothing else brings one to think twice. */
export function PurgeFieldDialog({ field: { id, label }, count, onClose }: PurgeFieldDialogProps) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const apollo = useApolloClient();
  const titleId = useId();
  const [name, setName] = useState("");
  const [problem, setProblem] = useState<string | undefined>();
  const [purging, setPurging] = useState(false);

  const purge = async (event: FormEvent) => {
    event.preventDefault();
    if (purging) return;
    if (foldText(name.trim()) !== foldText(label))
      return setProblem(t("customFields.page.purgeNameWrong", { name: label }));
    setPurging(true);
    try {
      await apollo.mutate({
        mutation: PurgeCustomFieldDocument,
        variables: { id },
        refetchQueries: [CustomFieldSettingsDocument],
        awaitRefetchQueries: true,
      });
      onClose();
      const left = apollo.readQuery({ query: CustomFieldSettingsDocument })?.deletedCustomFields;
      const lasts = left?.some((field) => field.id === id);
      toast(
        lasts ? t("customFields.page.purgeStarted", { name: label }) : t("customFields.page.purged", { name: label }),
      );
    } catch (error) {
      setProblem(textOfProblem(error));
      setPurging(false);
    }
  };
  return (
    <Dialog open maxWidth="xs" fullWidth onClose={onClose} aria-labelledby={titleId}>
      <DialogTitle id={titleId} sx={{ overflowWrap: "anywhere" }}>
        {t("customFields.page.purgeTitle", { name: label })}
      </DialogTitle>
      <Box component="form" noValidate onSubmit={(event) => void purge(event)}>
        <DialogContent sx={{ display: "grid", gap: 2, pt: 0 }}>
          <DialogContentText>
            {count !== undefined && `${t("customFields.page.purgeText", { count, formatted: number(count) })} `}
            {t("customFields.page.purgeForever")}
          </DialogContentText>
          <Field label={t("customFields.page.purgeName")} required error={problem} hint={label}>
            {({ id: inputId, ...described }) => (
              <OutlinedInput
                id={inputId}
                autoFocus
                value={name}
                onChange={(event) => {
                  setName(event.target.value);
                  setProblem(undefined);
                }}
                inputProps={{ ...described, autoComplete: "off", autoCapitalize: "off", spellCheck: false }}
              />
            )}
          </Field>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="submit" variant="contained" color="error">
            {t("customFields.page.purge")}
          </Button>
        </DialogActions>
      </Box>
    </Dialog>
  );
}
