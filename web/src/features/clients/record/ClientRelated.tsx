import { clientPath } from "@clientela/shared/paths";
import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { RelativeTime } from "../../../components/RelativeTime.tsx";
import type { RecordPart } from "../../../feature.ts";
import { Part } from "../../../feedback/Part.tsx";
import { textOf } from "../../../i18n/i18n.ts";
import type { ClientRecord } from "../clientValues.ts";
import { RelatedContacts } from "./contacts/RelatedContacts.tsx";
import { ClientLists } from "./lists/ClientLists.tsx";
import { Newsletters } from "./lists/Newsletters.tsx";
import { EditableProperty } from "./properties/EditableProperty.tsx";
import { PlainValue, Property } from "./properties/Property.tsx";
import { PropertySection } from "./properties/PropertySection.tsx";
import { WhoSees } from "./WhoSees.tsx";

/** What the client belongs to and where it came from, at the right [F29][F30][F31][F32]. */
export function ClientRelated({ client, parts }: { client: ClientRecord; parts: readonly RecordPart[] }) {
  const { t } = useTranslation();
  const { source } = client;
  return (
    <Box>
      <PropertySection name="related" title={t("clientPages.record.related")} after={<WhoSees clientId={client.id} />}>
        <EditableProperty client={client} fieldKey="owner" />
        <EditableProperty client={client} fieldKey="team" />
        <Property label={t("clientPages.record.activity")}>
          <PlainValue>
            {client.lastInteractionAt ? (
              <RelativeTime value={client.lastInteractionAt} />
            ) : (
              <Box component="span" sx={{ color: "text.secondary" }}>
                {t("clientPages.record.noActivity")}
              </Box>
            )}
          </PlainValue>
        </Property>
        <Property label={t("clientPages.record.updated")}>
          <PlainValue>
            <RelativeTime value={client.updatedAt} />
          </PlainValue>
        </Property>
      </PropertySection>
      <PropertySection
        name="lists"
        title={t("clientPages.record.listsAndNewsletters")}
        after={<Newsletters client={client} />}
      >
        <ClientLists client={client} />
        <EditableProperty client={client} fieldKey="newsletterStatus" />
      </PropertySection>
      <PropertySection
        name="contacts"
        title={t("clientPages.record.tab.contacts")}
        after={<RelatedContacts clientId={client.id} path={clientPath(client.id, "contacts")} />}
      />
      {parts.map(
        ({ name, tab, Beside }) =>
          tab &&
          Beside && (
            <PropertySection
              key={name}
              name={name}
              title={textOf({ key: tab.title })}
              after={
                <Part name={name}>
                  <Beside clientId={client.id} />
                </Part>
              }
            />
          ),
      )}
      <PropertySection name="source" title={t("clientPages.record.channel")}>
        <Property label={t("clientPages.record.created")}>
          <PlainValue>
            <RelativeTime value={client.createdAt} />
          </PlainValue>
        </Property>
        <Property label={t("clientPages.record.channel")}>
          <PlainValue>{t(`clients.channel.${source.channel}`)}</PlainValue>
        </Property>
        {(["campaign", "device", "referrer"] as const).map(
          (key) =>
            source[key] && (
              <Property key={key} label={t(`clientPages.record.${key}`)}>
                <PlainValue>{source[key]}</PlainValue>
              </Property>
            ),
        )}
      </PropertySection>
    </Box>
  );
}
