import type { ClientFieldKey } from "@clientela/shared/clients/fields";
import { clientPath } from "@clientela/shared/paths";
import Box from "@mui/material/Box";
import Link from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { Link as RouterLink } from "react-router";
import { RelatedWaiting } from "../../../../components/RelatedWaiting.tsx";
import { useCustomFields } from "../../../../hooks/useCustomFields.ts";
import { type ClientRecord, fieldValue, taxKeyOf } from "../../clientValues.ts";
import { textOfAddress } from "../../fieldTexts.ts";
import { fieldsOfSection } from "../../form/formFields.ts";
import { useTaxNotes } from "../../form/useTaxNotes.ts";
import { RevealButton } from "../reveal/RevealButton.tsx";
import { CustomProperty } from "./CustomProperty.tsx";
import { EditableProperty } from "./EditableProperty.tsx";
import { PlainValue, Property } from "./Property.tsx";
import { PropertySection } from "./PropertySection.tsx";

const taxKeys: ClientFieldKey[] = [
  "taxProfile.idType",
  "taxProfile.checkDigit",
  "taxProfile.rucType",
  "taxProfile.fiscalCode",
];
/** Shown in the column of what is related. */
const relations: ClientFieldKey[] = ["owner", "team", "tags", "lists"];

/** The record's fields at the left, each edited in place. */
export function ClientProperties({ client }: { client: ClientRecord }) {
  const { t, i18n } = useTranslation();
  const { country } = client.taxProfile;
  const { fields: customFields, query } = useCustomFields();
  const fields = (section: "basic" | "contact" | "more") =>
    fieldsOfSection(section, { kind: client.kind, country }).filter((key) => !relations.includes(key));
  const asked = fieldsOfSection("fiscal", { country });
  // A value the present country does not ask for is still shown: it may not vanish because the country changed.
  const fiscal = [...asked, ...taxKeys.filter((key) => !asked.includes(key) && fieldValue(client, key))];
  const notes = useTaxNotes(client.taxProfile);
  const property = (key: ClientFieldKey) => (
    <EditableProperty key={key} client={client} fieldKey={key} note={notes[taxKeyOf(key) as keyof typeof notes]} />
  );
  return (
    <Box>
      {!client.viewerCan.edit && (
        <Typography variant="body2" color="textSecondary" sx={{ py: 1 }}>
          {t("clientPages.record.readOnly")}
        </Typography>
      )}
      <PropertySection name="basic" title={t("clientPages.form.section.basic")}>
        {fields("basic").map(property)}
      </PropertySection>
      <PropertySection
        name="contact"
        title={t("clientPages.form.section.contact")}
        after={client.viewerCan.revealContactData && <RevealButton clientId={client.id} />}
      >
        {fields("contact").map(property)}
      </PropertySection>
      {/* What follows is pushed down by one's own fields: it comes with them. */}
      {query.loading && !query.data ? (
        <RelatedWaiting failed={false} />
      ) : (
        <>
          {customFields.length > 0 && (
            <PropertySection name="custom" title={t("clientPages.form.section.custom")}>
              {customFields.map((field) => (
                <CustomProperty key={field.id} client={client} field={field} />
              ))}
            </PropertySection>
          )}
          <PropertySection name="fiscal" title={t("clientPages.form.section.fiscal")}>
            {fiscal.map(property)}
          </PropertySection>
          <PropertySection
            name="address"
            title={t("clientPages.form.section.address")}
            after={
              client.viewerCan.edit && (
                <Link
                  component={RouterLink}
                  to={clientPath(client.id, "general")}
                  underline="hover"
                  sx={{ display: "inline-block", fontSize: "0.8125rem", lineHeight: "24px" }}
                >
                  {client.addresses.length ? t("clientPages.record.editAddresses") : t("clientPages.record.addAddress")}
                </Link>
              )
            }
          >
            {client.addresses.map((address, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: addresses have no identity but their place
              <Property key={index} label={t(`clients.addressType.${address.type}`)}>
                <PlainValue>
                  {textOfAddress(address, i18n.language).map((line) => (
                    <div key={line}>{line}</div>
                  ))}
                </PlainValue>
              </Property>
            ))}
          </PropertySection>
          <PropertySection name="more" title={t("clientPages.form.section.more")}>
            {fields("more").map(property)}
          </PropertySection>
        </>
      )}
    </Box>
  );
}
