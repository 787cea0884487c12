import { tagRules } from "@clientela/shared/people/rules";
import { colorOfNewTag } from "@clientela/shared/tags/palette";
import { useTranslation } from "react-i18next";
import { TagChip } from "../../../components/TagChip.tsx";
import { ColorInput } from "../../../form/ColorInput.tsx";
import { TextInput } from "../../../form/TextInput.tsx";
import { leavesParameter } from "../../../form/unsaved.ts";
import { useRulesForm } from "../../../form/useRulesForm.ts";
import { TagsDocument } from "../../../hooks/reference.generated.ts";
import { EditForm } from "../../../records/EditForm.tsx";
import {
  type TagRow_TagFragment,
  TagsPageDocument,
  useAddTagMutation,
  useUpdateTagMutation,
} from "../tags.generated.ts";

interface TagFormProps {
  /** The tag to edit; none makes a new one. */
  tag: TagRow_TagFragment | undefined;
  onClose: () => void;
}

/** A tag's name and colour; a new one has the colour that its name gives it, until one is chosen. */
export function TagForm({ tag, onClose }: TagFormProps) {
  const { t } = useTranslation();
  const refetchQueries = [TagsPageDocument, TagsDocument];
  const [create] = useAddTagMutation({ refetchQueries });
  const [update] = useUpdateTagMutation({ refetchQueries });
  const form = useRulesForm({
    rules: tagRules,
    defaultValues: { name: tag?.name ?? "", color: tag?.color ?? null },
    leaves: leavesParameter("edit"),
  });
  const [name, color] = form.watch(["name", "color"]);
  return (
    <EditForm
      form={form}
      label={tag ? t("tags.page.edit", { name: tag.name }) : t("tags.page.create")}
      save={async (input, changed) => {
        await (tag ? update({ variables: { id: tag.id, input: changed } }) : create({ variables: { input } }));
      }}
      saved={tag ? t("people.saved") : t("tags.page.created")}
      submitLabel={tag ? t("common.save") : t("tags.page.create")}
      onClose={onClose}
    >
      <TextInput name="name" label={t("tags.page.name")} required autoFocus autoComplete="off" />
      <ColorInput
        name="color"
        label={t("tags.page.color")}
        sampleOf={(shown) => <TagChip tag={{ id: "", name: name.trim() || t("tags.page.sample"), color: shown }} />}
        fallback={colorOfNewTag(name.trim())}
        known={tag?.color ?? color ?? null}
      />
    </EditForm>
  );
}
