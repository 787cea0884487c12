import { type ClientFieldKey, clientField } from "@clientela/shared/clients/fields";
import Box from "@mui/material/Box";
import ButtonBase from "@mui/material/ButtonBase";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { CopyButton } from "../../../components/CopyButton.tsx";
import { usePeople } from "../../../hooks/usePeople.ts";
import { type ClientRecord, fieldValue } from "../clientValues.ts";
import { labelOf, textOfField } from "../fieldTexts.ts";
import { useChoices } from "../useChoices.ts";
import { useFieldEdit } from "../useFieldEdit.ts";
import { Property } from "./Property.tsx";
import { PropertyEditor } from "./PropertyEditor.tsx";

const copied = new Set<ClientFieldKey>(["email", "phone", "mobile", "whatsapp", "website", "taxProfile.taxId"]);

/** A field of the record that is edited where it stands: click, type, ↵. */
export function EditableProperty({ client, fieldKey }: { client: ClientRecord; fieldKey: ClientFieldKey }) {
  const { t, i18n } = useTranslation();
  const edit = useFieldEdit(client, fieldKey);
  const refocus = useRef(false);
  const { type, sensitive } = clientField(fieldKey);
  const people = usePeople({ skip: type !== "user" && type !== "team" });

  const value = fieldValue(client, fieldKey);
  const text = textOfField(i18n.language, client, fieldKey);
  const label = labelOf(fieldKey, client.taxProfile.country);
  const key = typeof value === "object" ? ((value as { id: string } | null)?.id ?? null) : (value as string | null);
  const choices = useChoices(fieldKey, key ? { value: key, label: text } : null);
  const hidden = Boolean(sensitive) && !client.viewerCan.seeContactData;
  const editable = client.viewerCan.edit && !hidden;

  const valueOfChoice = (choice: string) => {
    if (type === "user") return people.users.find(({ id }) => id === choice) ?? null;
    if (type === "team") return people.teams.find(({ id }) => id === choice) ?? null;
    return choice || null;
  };
  if (edit.editing) {
    return (
      <Property label={label}>
        <PropertyEditor
          client={client}
          fieldKey={fieldKey}
          label={label}
          edit={edit}
          choices={choices}
          valueOfChoice={valueOfChoice}
          onDone={() => {
            refocus.current = true;
          }}
        />
      </Property>
    );
  }
  const shown = text || (
    <Box component="span" sx={{ color: "text.secondary" }}>
      {t("clientPages.record.empty")}
    </Box>
  );
  return (
    <Property label={label}>
      <Box
        sx={{
          display: "flex",
          alignItems: "center",
          "& .copy": { opacity: 0 },
          "&:hover .copy, .copy:focus-within": { opacity: 1 },
        }}
      >
        {editable ? (
          <ButtonBase
            ref={(button: HTMLButtonElement | null) => {
              if (button && refocus.current) button.focus();
              refocus.current = false;
            }}
            aria-label={`${text ? t("clientPages.record.edit", { field: label }) : t("clientPages.record.add", { field: label })}${text && `: ${text}`}`}
            onClick={() => edit.begin(key)}
            sx={valueSx}
          >
            {shown}
          </ButtonBase>
        ) : (
          <Box sx={{ ...valueSx, "&:hover": undefined }} title={hidden ? t("clientPages.list.maskedHint") : undefined}>
            {shown}
          </Box>
        )}
        {copied.has(fieldKey) && text && !hidden && (
          <Box className="copy" sx={{ "@media (hover: none)": { opacity: "1 !important" } }}>
            <CopyButton
              value={String(value)}
              label={t("clientPages.record.copy", { field: label })}
              copiedLabel={t("clientPages.record.copied")}
            />
          </Box>
        )}
      </Box>
    </Property>
  );
}

const valueSx = {
  flex: 1,
  minWidth: 0,
  minHeight: 32,
  px: 1,
  py: 0.5,
  justifyContent: "flex-start",
  textAlign: "left",
  fontSize: "0.8125rem",
  lineHeight: "20px",
  borderRadius: 1,
  overflowWrap: "anywhere",
  "&:hover": { bgcolor: "action.hover" },
} as const;
