import { useTranslation } from "react-i18next";
import { SettingsListPage } from "../../lists/SettingsListPage.tsx";
import { DeletedFields } from "./components/DeletedFields.tsx";
import { FieldForm } from "./components/FieldForm.tsx";
import { FieldList } from "./components/FieldList.tsx";
import { useFieldSettings } from "./useFieldSettings.ts";

/** The fields of clients that the business defines itself, in their order [F119]. */
export function CustomFieldsPage() {
  const { t } = useTranslation();
  return (
    <SettingsListPage
      query={useFieldSettings()}
      of={({ customFields }) => customFields}
      parameter="field"
      texts={{
        title: (count) => t("customFields.page.count", { count }),
        intro: t("customFields.page.intro"),
        empty: t("customFields.page.empty"),
        create: t("customFields.page.create"),
        edit: ({ label }) => t("customFields.page.editField", { name: label }),
      }}
      rows={(fields) => <FieldList fields={fields} />}
      below={({ deletedCustomFields }) =>
        deletedCustomFields.length > 0 && <DeletedFields fields={deletedCustomFields} />
      }
      form={(field, close) => <FieldForm field={field} onClose={close} />}
    />
  );
}
