import { useApolloClient } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { toast } from "../../feedback/toast.ts";
import { CustomFieldSettingsDocument, RestoreCustomFieldDocument } from "./customFields.generated.ts";

/** Brings a deleted field back. It throws a refusal, such as a taken name. */
export function useRestoreField() {
  const { t } = useTranslation();
  const apollo = useApolloClient();
  return async ({ id, label }: { id: string; label: string }): Promise<void> => {
    await apollo.mutate({
      mutation: RestoreCustomFieldDocument,
      variables: { id },
      refetchQueries: [CustomFieldSettingsDocument],
    });
    toast(t("customFields.page.restoredField", { name: label }));
  };
}
