import { useApolloClient } from "@apollo/client/react";
import Box from "@mui/material/Box";
import Dialog from "@mui/material/Dialog";
import DialogTitle from "@mui/material/DialogTitle";
import Typography from "@mui/material/Typography";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { TagChip } from "../../../components/TagChip.tsx";
import { toast } from "../../../feedback/toast.ts";
import { ChoiceInput } from "../../../form/ChoiceInput.tsx";
import { Form } from "../../../form/Form.tsx";
import { FormActions } from "../../../form/FormActions.tsx";
import { useRulesForm } from "../../../form/useRulesForm.ts";
import { useFormats } from "../../../i18n/format.ts";
import { forgetTag } from "../forgetTag.ts";
import { MergeTagsDocument, type TagRow_TagFragment } from "../tags.generated.ts";

interface MergeTagDialogProps {
  /** The tag that will be gone. */
  tag: TagRow_TagFragment;
  tags: readonly TagRow_TagFragment[];
  onClose: () => void;
}

const rules = z.object({ intoId: z.string("errors.required").min(1, "errors.required") });

/** Makes two tags one: asks which of them stays, and says what that means for how many clients [F111]. */
export function MergeTagDialog({ tag, tags, onClose }: MergeTagDialogProps) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const apollo = useApolloClient();
  const titleId = useId();
  const form = useRulesForm({ rules, defaultValues: { intoId: "" } });
  const into = tags.find(({ id }) => id === form.watch("intoId"));
  const merge = async ({ intoId }: z.output<typeof rules>) => {
    const { data } = await apollo.mutate({
      mutation: MergeTagsDocument,
      variables: { fromId: tag.id, intoId },
    });
    if (!data) throw new Error("mergeTags answered nothing");
    return data.mergeTags;
  };
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{t("tags.page.mergeTitle", { name: tag.name })}</DialogTitle>
      <Box sx={{ p: 2.5, pt: 0 }}>
        <Form
          form={form}
          label={t("tags.page.mergeTitle", { name: tag.name })}
          save={merge}
          onSaved={({ tag: kept, moved }) => {
            forgetTag(apollo, tag.id);
            toast(t("tags.page.merged", { name: kept.name, count: moved, formatted: number(moved) }));
            onClose();
          }}
        >
          <ChoiceInput
            name="intoId"
            label={t("tags.page.mergeInto")}
            required
            options={tags.filter(({ id }) => id !== tag.id).map(({ id, name }) => ({ value: id, label: name }))}
          />
          {into && (
            <Box sx={{ display: "flex", alignItems: "center", gap: 1 }}>
              <TagChip tag={tag} />
              <span aria-hidden>→</span>
              <TagChip tag={into} />
            </Box>
          )}
          <Typography variant="body2" color="textSecondary">
            {t("tags.page.mergeText", { count: tag.clientCount, formatted: number(tag.clientCount), name: tag.name })}
          </Typography>
          <FormActions submitLabel={t("tags.page.mergeConfirm")} onCancel={onClose} />
        </Form>
      </Box>
    </Dialog>
  );
}
