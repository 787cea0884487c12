import { useApolloClient } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { confirm } from "../../feedback/confirm.ts";
import { toastProblem } from "../../feedback/problem.ts";
import { toast } from "../../feedback/toast.ts";
import { CustomFieldsDocument } from "../../hooks/reference.generated.ts";
import { useFormats } from "../../i18n/format.ts";
import {
  CustomFieldSettingsDocument,
  CustomFieldUsageDocument,
  DeleteCustomFieldDocument,
  ReorderCustomFieldsDocument,
  type SettingsField_FieldFragment,
} from "./customFields.generated.ts";
import { useRestoreField } from "./useRestoreField.ts";

/** What can be done with a field among the others: move it, take it away. */
export function useFieldActions(fields: readonly SettingsField_FieldFragment[]) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const apollo = useApolloClient();
  const restore = useRestoreField();

  const move = async (index: number, by: -1 | 1) => {
    const moved = fields[index];
    if (!moved || !fields[index + by]) return;
    const order = fields.toSpliced(index, 1).toSpliced(index + by, 0, moved);
    try {
      await apollo.mutate({
        mutation: ReorderCustomFieldsDocument,
        variables: { ids: order.map(({ id }) => id) },
        optimisticResponse: { reorderCustomFields: order },
        update: (cache, { data }) => {
          if (data) cache.writeQuery({ query: CustomFieldsDocument, data: { customFields: data.reorderCustomFields } });
        },
      });
    } catch (error) {
      toastProblem(error, () => void move(index, by));
      await apollo.refetchQueries({ include: [CustomFieldsDocument] });
    }
  };

  const remove = async ({ id, label }: SettingsField_FieldFragment) => {
    try {
      const { data: usage } = await apollo.query({
        query: CustomFieldUsageDocument,
        variables: { id },
        fetchPolicy: "network-only",
      });
      const count = usage?.customFieldUsage ?? 0;
      const sure = await confirm({
        title: t("customFields.page.deleteTitle", { name: label }),
        text: `${t("customFields.page.deleteText", { count, formatted: number(count) })} ${t("customFields.page.deleteRestorable")}`,
        confirmLabel: t("common.delete"),
        danger: true,
      });
      if (!sure) return;
      await apollo.mutate({
        mutation: DeleteCustomFieldDocument,
        variables: { id },
        refetchQueries: [CustomFieldSettingsDocument],
      });
      toast(t("customFields.page.deleted", { name: label }), {
        action: { label: t("common.undo"), run: () => void restore({ id, label }).catch(toastProblem) },
      });
    } catch (error) {
      toastProblem(error);
    }
  };
  return { move, remove };
}
