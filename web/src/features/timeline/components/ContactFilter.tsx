import { useTranslation } from "react-i18next";
import { FilterChip } from "../../../components/FilterChip.tsx";
import { FilterOptions } from "../../../components/FilterOptions.tsx";
import { useTimelineContactsQuery } from "../timeline.generated.ts";

interface ContactFilterProps {
  clientId: string;
  chosen: string[];
  onChange: (contactIds: string[]) => void;
}

/** Only what is about some of the client's people [F110]; not there while the client has none. */
export function ContactFilter({ clientId, chosen, onChange }: ContactFilterProps) {
  const { t } = useTranslation();
  const { data } = useTimelineContactsQuery({ variables: { clientId } });
  const contacts = data?.client?.contacts ?? [];
  if (contacts.length === 0 && chosen.length === 0) return null;
  const label = t("timeline.filter.contacts");
  const names = chosen.map((id) => contacts.find((contact) => contact.id === id)?.name ?? "…");
  return (
    <FilterChip
      label={label}
      sentence={names.length > 0 ? `${label}: ${names.join(", ")}` : null}
      onClear={() => onChange([])}
    >
      {() => (
        <FilterOptions
          label={label}
          options={contacts.map(({ id, name }) => ({ value: id, text: name }))}
          chosen={chosen}
          onChange={onChange}
        />
      )}
    </FilterChip>
  );
}
