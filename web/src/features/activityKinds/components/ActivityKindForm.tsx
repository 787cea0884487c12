import { tagColors } from "@clientela/shared/tags/palette";
import { type ActivityIcon, activityKindRules } from "@clientela/shared/timeline/rules";
import { useTranslation } from "react-i18next";
import { activityIconOf } from "../../../components/activityIcons.ts";
import { ColorInput } from "../../../form/ColorInput.tsx";
import { TextInput } from "../../../form/TextInput.tsx";
import { leavesParameter } from "../../../form/unsaved.ts";
import { useRulesForm } from "../../../form/useRulesForm.ts";
import { ActivityKindsDocument } from "../../../hooks/reference.generated.ts";
import type { ActivityKind } from "../../../hooks/useActivityKinds.ts";
import { EditForm } from "../../../records/EditForm.tsx";
import { useCreateActivityKindMutation, useUpdateActivityKindMutation } from "../activityKinds.generated.ts";
import { IconInput } from "./IconInput.tsx";

interface ActivityKindFormProps {
  /** The kind to edit; none makes a new one. */
  kind: ActivityKind | undefined;
  onClose: () => void;
}

/** The name, icon and colour of a kind of activity. */
export function ActivityKindForm({ kind, onClose }: ActivityKindFormProps) {
  const { t } = useTranslation();
  const refetchQueries = [ActivityKindsDocument];
  const [create] = useCreateActivityKindMutation({ refetchQueries });
  const [update] = useUpdateActivityKindMutation({ refetchQueries });
  const form = useRulesForm({
    rules: activityKindRules,
    defaultValues: {
      label: kind?.label ?? "",
      icon: (kind?.icon ?? "star") as ActivityIcon,
      color: kind?.color ?? tagColors.blue,
    },
    leaves: leavesParameter("edit"),
  });
  const Icon = activityIconOf(form.watch("icon"));
  return (
    <EditForm
      form={form}
      label={kind ? t("activityKinds.edit", { name: kind.label }) : t("activityKinds.create")}
      save={async (input, changed) => {
        await (kind ? update({ variables: { id: kind.id, input: changed } }) : create({ variables: { input } }));
      }}
      saved={kind ? t("people.saved") : t("activityKinds.created")}
      submitLabel={kind ? t("common.save") : t("activityKinds.create")}
      onClose={onClose}
    >
      <TextInput name="label" label={t("activityKinds.name")} required autoFocus autoComplete="off" />
      <IconInput name="icon" label={t("activityKinds.icon")} />
      <ColorInput
        name="color"
        label={t("activityKinds.color")}
        sampleOf={(color) => <Icon sx={{ fontSize: 20 }} style={{ color }} />}
        fallback={tagColors.blue}
        known={kind?.color ?? null}
      />
    </EditForm>
  );
}
