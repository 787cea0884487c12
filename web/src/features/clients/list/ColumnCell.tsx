import { type ClientFieldKey, clientField, type TextFieldKey } from "@clientela/shared/clients/fields";
import { isContactType } from "@clientela/shared/custom-fields/types";
import { countryName } from "@clientela/shared/names";
import { valueUnder } from "@clientela/shared/records";
import Box from "@mui/material/Box";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { RelativeTime } from "../../../components/RelativeTime.tsx";
import { TagChip } from "../../../components/TagChip.tsx";
import { textOfValue } from "../../../i18n/fieldValue.ts";
import { useFormats } from "../../../i18n/format.ts";
import type { ClientRow_ClientFragment } from "../clients.generated.ts";
import { textOfCustomValue } from "../fieldTexts.ts";
import { StatusDot } from "../StatusDot.tsx";
import { ContactValue } from "./ContactValue.tsx";
import type { Column } from "./columns/columns.ts";

/** What a client's row shows in a column; nothing where there is nothing. */
export function ColumnCell({ column, client }: { column: Column; client: ClientRow_ClientFragment }): ReactNode {
  const { t, i18n } = useTranslation();
  const { calendarDay } = useFormats();
  const { key, field } = column;
  const visible = client.viewerCan.seeContactData;
  const { language } = i18n;
  if (field) {
    const value = valueUnder((client.customFields ?? {}) as Record<string, unknown>, field.key);
    if (isContactType(field.type)) return <ContactValue value={value as string | null} visible={visible} />;
    return field.type === "DATE" && value ? calendarDay(String(value)) : textOfCustomValue(language, value, field.type);
  }
  const main = client.addresses?.find(({ type }) => type === "MAIN");
  const textOfTax = (tax: keyof NonNullable<typeof client.taxProfile>) => {
    const value = client.taxProfile?.[tax];
    return value && textOfValue(language, `taxProfile.${tax}` as ClientFieldKey, value);
  };
  const textOfField = (one: TextFieldKey) => {
    const value = client[one];
    const { sensitive, type } = clientField(one);
    if (sensitive) return <ContactValue value={value} visible={visible} />;
    return value && (type === "date" ? calendarDay(value) : textOfValue(language, one, value));
  };
  switch (key) {
    case "phone":
      return <ContactValue value={client.phone ?? client.mobile ?? client.whatsapp} visible={visible} />;
    case "status":
      return <StatusDot status={client.status} />;
    case "tags":
      return <Tags tags={client.tags ?? []} />;
    case "lists":
      return client.lists?.map(({ name }) => name).join(", ");
    case "owner":
    case "team":
      return client[key]?.name;
    case "primaryContact":
      return client.contacts?.find(({ primary }) => primary)?.name;
    case "createdAt":
    case "updatedAt":
    case "lastInteractionAt":
      return client[key] && <RelativeTime value={client[key]} />;
    case "country":
      return main?.country && countryName(main.country, language);
    case "region":
    case "city":
    case "postalCode":
      return main?.[key];
    case "source.channel":
      return client.source && t(`clients.channel.${client.source.channel}`);
    case "source.campaign":
      return client.source?.campaign;
    case "source.device":
      return client.source?.device;
    case "taxProfile.taxId":
      return [client.taxProfile?.taxId, client.taxProfile?.checkDigit && `DV ${client.taxProfile.checkDigit}`]
        .filter(Boolean)
        .join(" ");
    case "taxProfile.legalName":
    case "taxProfile.country":
    case "taxProfile.idType":
    case "taxProfile.rucType":
    case "taxProfile.fiscalCode":
      return textOfTax(key.slice("taxProfile.".length) as Parameters<typeof textOfTax>[0]);
    case "kind":
    case "newsletterStatus":
      return client[key] && textOfValue(language, key, client[key]);
    default:
      return isCustom(key) ? null : textOfField(key);
  }
}

const isCustom = (key: Column["key"]): key is `custom.${string}` => key.startsWith("custom.");

function Tags({ tags }: { tags: NonNullable<ClientRow_ClientFragment["tags"]> }) {
  const shown = fitting(tags.map(({ name }) => name));
  return (
    <Box sx={{ display: "flex", gap: 0.5, alignItems: "center", overflow: "hidden", "& > *": { minWidth: 28 } }}>
      {tags.slice(0, shown).map((tag) => (
        <TagChip key={tag.id} tag={tag} />
      ))}
      {tags.length > shown && <span title={tags.map(({ name }) => name).join(", ")}>+{tags.length - shown}</span>}
    </Box>
  );
}

/** Letters that two tags beside each other have room for in their column. */
const lettersOfTwo = 14;

/** How many of the tags are shown: two that are cut to a letter or two would tell less than one. */
const fitting = ([first = "", second = ""]: string[]) => (first.length + second.length <= lettersOfTwo ? 2 : 1);
