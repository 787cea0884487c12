import NativeSelect from "@mui/material/NativeSelect";
import OutlinedInput from "@mui/material/OutlinedInput";
import { useTranslation } from "react-i18next";
import type { EntryDraft } from "../entryDraft.ts";
import { useTimelineContactsQuery } from "../timeline.generated.ts";

interface ContactInputProps {
  clientId: string;
  value: EntryDraft["contact"];
  onChange: (contact: EntryDraft["contact"]) => void;
}

/** Which of the client's people the activity was with [F110]; not there while the client has none. */
export function ContactInput({ clientId, value, onChange }: ContactInputProps) {
  const { t } = useTranslation();
  const { data } = useTimelineContactsQuery({ variables: { clientId } });
  const known = data?.client?.contacts ?? [];
  // An inactive contact is offered only if the entry names them already.
  const offered = known.filter(({ id, active }) => active || id === value?.id);
  const contacts =
    value && !offered.some(({ id }) => id === value.id) ? [{ ...value, active: true }, ...offered] : offered;
  if (contacts.length === 0) return null;
  return (
    <NativeSelect
      input={<OutlinedInput />}
      value={value?.id ?? ""}
      onChange={(event) => onChange(contacts.find(({ id }) => id === event.target.value) ?? null)}
      inputProps={{ "aria-label": t("timeline.page.contact") }}
      sx={{ flex: "1 1 130px", minWidth: 0, maxWidth: { sm: 200 } }}
    >
      <option value="">{t("timeline.page.noContact")}</option>
      {contacts.map(({ id, name, active }) => (
        <option key={id} value={id}>
          {active ? name : t("timeline.page.inactive", { name })}
        </option>
      ))}
    </NativeSelect>
  );
}
