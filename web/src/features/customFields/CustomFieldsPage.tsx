import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import { Loaded } from "../../components/Loaded.tsx";
import { Message } from "../../components/Message.tsx";
import { PageBody } from "../../components/PageBody.tsx";
import { Section } from "../../components/Section.tsx";
import { SidePanel } from "../../components/SidePanel.tsx";
import { TableSkeleton } from "../../components/TableSkeleton.tsx";
import { useSearchParam } from "../../hooks/useSearchParam.ts";
import { DeletedFields } from "./components/DeletedFields.tsx";
import { FieldForm } from "./components/FieldForm.tsx";
import { FieldList } from "./components/FieldList.tsx";
import { useFieldSettings } from "./useFieldSettings.ts";

/** The fields of clients that the business defines itself, in their order [F119]. */
export function CustomFieldsPage() {
  const { t } = useTranslation();
  const query = useFieldSettings();
  const [shown, setShown] = useSearchParam("field");
  const create = (
    <Button variant="contained" onClick={() => setShown("new")}>
      {t("customFields.page.create")}
    </Button>
  );
  const close = () => setShown(null);
  return (
    <PageBody>
      <Loaded query={query} skeleton={<TableSkeleton rows={4} height={48} />}>
        {({ customFields, deletedCustomFields }) => {
          const edited = customFields.find(({ id }) => id === shown);
          return (
            <>
              {customFields.length === 0 ? (
                <Message title={t("customFields.page.empty")} actions={create}>
                  {t("customFields.page.intro")}
                </Message>
              ) : (
                <Section
                  title={t("customFields.page.count", { count: customFields.length })}
                  intro={t("customFields.page.intro")}
                  actions={create}
                >
                  <FieldList fields={customFields} onEdit={({ id }) => setShown(id)} />
                </Section>
              )}
              {deletedCustomFields.length > 0 && <DeletedFields fields={deletedCustomFields} />}
              <SidePanel
                title={
                  edited ? t("customFields.page.editField", { name: edited.label }) : t("customFields.page.create")
                }
                open={edited !== undefined || shown === "new"}
                onClose={close}
              >
                <FieldForm key={shown} field={edited} onClose={close} />
              </SidePanel>
            </>
          );
        }}
      </Loaded>
    </PageBody>
  );
}
