import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import { Loaded } from "../../../../components/Loaded.tsx";
import { Message } from "../../../../components/Message.tsx";
import { PageBody } from "../../../../components/PageBody.tsx";
import { Section } from "../../../../components/Section.tsx";
import { TableSkeleton } from "../../../../components/TableSkeleton.tsx";
import { useSearchParam } from "../../../../hooks/useSearchParam.ts";
import { EditPanel, newRecord } from "../../../../records/EditPanel.tsx";
import { ContactForm } from "./ContactForm.tsx";
import { ContactList } from "./ContactList.tsx";
import { useClientContactsQuery } from "./contacts.generated.ts";

interface ClientContactsProps {
  client: { id: string; viewerCan: { edit: boolean; seeContactData: boolean } };
}

/** The people at a client, and the panel to add and edit one [F188][F189]. */
export function ClientContacts({ client: { id, viewerCan } }: ClientContactsProps) {
  const { t } = useTranslation();
  const query = useClientContactsQuery({ variables: { clientId: id } });
  const [, open] = useSearchParam("contact");
  const add = viewerCan.edit && (
    <Button variant="outlined" onClick={() => open(newRecord)}>
      {t("contacts.page.add")}
    </Button>
  );
  return (
    <PageBody>
      <Loaded query={query} skeleton={<TableSkeleton rows={3} height={56} />}>
        {({ client }) => {
          const contacts = client?.contacts ?? [];
          return (
            <>
              {contacts.length === 0 ? (
                <Message title={t("contacts.page.empty")} actions={add}>
                  {t("contacts.page.emptyHint")}
                </Message>
              ) : (
                <Section title={t("contacts.page.count", { count: contacts.length })} actions={add}>
                  <ContactList
                    clientId={id}
                    contacts={contacts}
                    editable={viewerCan.edit}
                    visible={viewerCan.seeContactData}
                    onEdit={(contact) => open(contact.id)}
                  />
                </Section>
              )}
              <EditPanel
                parameter="contact"
                records={contacts}
                titleOf={(contact) =>
                  contact ? t("contacts.page.edit", { name: contact.name }) : t("contacts.page.add")
                }
                allowed={viewerCan.edit}
              >
                {(contact, close) => (
                  <ContactForm clientId={id} contact={contact} visible={viewerCan.seeContactData} onClose={close} />
                )}
              </EditPanel>
            </>
          );
        }}
      </Loaded>
    </PageBody>
  );
}
