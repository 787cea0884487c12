import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import { Loaded } from "../../../../components/Loaded.tsx";
import { Message } from "../../../../components/Message.tsx";
import { PageBody } from "../../../../components/PageBody.tsx";
import { Section } from "../../../../components/Section.tsx";
import { SidePanel } from "../../../../components/SidePanel.tsx";
import { TableSkeleton } from "../../../../components/TableSkeleton.tsx";
import { useSearchParam } from "../../../../hooks/useSearchParam.ts";
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
  const [shown, setShown] = useSearchParam("contact");
  const add = viewerCan.edit && (
    <Button variant="outlined" onClick={() => setShown("new")}>
      {t("contacts.page.add")}
    </Button>
  );
  return (
    <PageBody>
      <Loaded query={query} skeleton={<TableSkeleton rows={3} height={56} />}>
        {({ client }) => {
          const contacts = client?.contacts ?? [];
          const edited = contacts.find((contact) => contact.id === shown);
          return (
            <>
              {contacts.length === 0 ? (
                <Message title={t("contacts.page.empty")} actions={add}>
                  {t("contacts.page.emptyHint")}
                </Message>
              ) : (
                <Section title={t("contacts.page.count", { count: contacts.length })} actions={add}>
                  <ContactList
                    contacts={contacts}
                    editable={viewerCan.edit}
                    visible={viewerCan.seeContactData}
                    onEdit={(contact) => setShown(contact.id)}
                  />
                </Section>
              )}
              <SidePanel
                title={edited ? t("contacts.page.edit", { name: edited.name }) : t("contacts.page.add")}
                open={viewerCan.edit && (edited !== undefined || shown === "new")}
                onClose={() => setShown(null)}
              >
                <ContactForm
                  key={shown}
                  clientId={id}
                  contact={edited}
                  visible={viewerCan.seeContactData}
                  onClose={() => setShown(null)}
                />
              </SidePanel>
            </>
          );
        }}
      </Loaded>
    </PageBody>
  );
}
