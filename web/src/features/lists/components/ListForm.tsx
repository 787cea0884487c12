import { clientListRules } from "@clientela/shared/lists/rules";
import { useTranslation } from "react-i18next";
import { SwitchInput } from "../../../form/SwitchInput.tsx";
import { TextInput } from "../../../form/TextInput.tsx";
import { leavesParameter } from "../../../form/unsaved.ts";
import { useRulesForm } from "../../../form/useRulesForm.ts";
import { EditForm } from "../../../records/EditForm.tsx";
import {
  ClientListsPageDocument,
  type ListRow_ListFragment,
  useAddClientListMutation,
  useUpdateClientListMutation,
} from "../lists.generated.ts";

interface ListFormProps {
  /** The list to edit; none makes a new one. */
  list: ListRow_ListFragment | undefined;
  onClose: () => void;
}

/** A list's name, and whether it is a newsletter, which the server fixes once the list has clients. */
export function ListForm({ list, onClose }: ListFormProps) {
  const { t } = useTranslation();
  const refetchQueries = [ClientListsPageDocument];
  const [create] = useAddClientListMutation({ refetchQueries });
  const [update] = useUpdateClientListMutation({ refetchQueries });
  const form = useRulesForm({
    rules: clientListRules,
    defaultValues: { name: list?.name ?? "", newsletter: list?.newsletter ?? false },
    leaves: leavesParameter("edit"),
  });
  return (
    <EditForm
      form={form}
      label={list ? t("lists.edit", { name: list.name }) : t("lists.create")}
      save={async (input, changed) => {
        await (list ? update({ variables: { id: list.id, input: changed } }) : create({ variables: { input } }));
      }}
      saved={list ? t("people.saved") : t("lists.created")}
      submitLabel={list ? t("common.save") : t("lists.create")}
      onClose={onClose}
    >
      <TextInput name="name" label={t("lists.name")} required autoFocus autoComplete="off" />
      <SwitchInput name="newsletter" label={t("lists.newsletter")} hint={t("lists.newsletterHint")} />
    </EditForm>
  );
}
