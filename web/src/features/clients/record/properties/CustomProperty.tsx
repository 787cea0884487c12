import { customFieldsRules } from "@clientela/shared/custom-fields/rules";
import { isContactType } from "@clientela/shared/custom-fields/types";
import EditOutlined from "@mui/icons-material/EditOutlined";
import IconButton from "@mui/material/IconButton";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { CustomField } from "../../../../hooks/useCustomFields.ts";
import { usePhoneFormat } from "../../../../i18n/phone.ts";
import { useViewer } from "../../../../session/useSession.ts";
import { customFieldPath } from "../../../customFields/paths.ts";
import { type ClientRecord, fieldValue } from "../../clientValues.ts";
import { textOfCustomValue } from "../../fieldTexts.ts";
import { ChoicesProperty } from "./ChoicesProperty.tsx";
import { PropertyField } from "./PropertyField.tsx";
import { useFieldEdit } from "./useFieldEdit.ts";

const typedAs = {
  LONG_TEXT: "lines",
  NUMBER: "number",
  DATE: "date",
  URL: "url",
  EMAIL: "email",
  PHONE: "tel",
} as const;
const copied: readonly CustomField["type"][] = ["EMAIL", "PHONE", "URL"];

/** A field that the business defined, edited where it stands [F119]. */
export function CustomProperty({ client, field }: { client: ClientRecord; field: CustomField }) {
  const { t, i18n } = useTranslation();
  const { can } = useViewer();
  const key = `customFields.${field.key}` as const;
  const edit = useFieldEdit(client, key, customFieldsRules([field], { required: "kept" }));
  const value = fieldValue(client, key);
  const hidden = isContactType(field.type) && !client.viewerCan.seeContactData;
  const phone = usePhoneFormat();
  const plain = hidden ? String(value ?? "") : textOfCustomValue(i18n.language, value, field.type);
  const text = field.type === "PHONE" ? phone(plain) : plain;
  const editable = client.viewerCan.edit && !hidden;
  const definition = t("customFields.page.editField", { name: field.label });
  const aside = can("customFields.manage") && (
    <IconButton
      component={Link}
      to={customFieldPath(field.id)}
      tabIndex={-1}
      aria-label={definition}
      title={definition}
      sx={{ p: 0.25, minWidth: 24, minHeight: 24 }}
    >
      <EditOutlined sx={{ fontSize: 14 }} />
    </IconButton>
  );
  if (field.type === "MULTI_SELECT")
    return (
      <ChoicesProperty
        label={field.label}
        aside={aside}
        required={field.required}
        options={field.options}
        chosen={(value ?? []) as string[]}
        editable={editable}
        edit={edit}
      />
    );
  const choices =
    field.type === "BOOLEAN"
      ? [
          { value: "true", label: t("customFields.yes") },
          { value: "false", label: t("customFields.no") },
        ]
      : field.type === "SELECT"
        ? field.options.map((option) => ({ value: option, label: option }))
        : null;
  return (
    <PropertyField
      historyOf={`customFields.${field.key}`}
      label={field.label}
      aside={aside}
      required={field.required}
      text={text}
      value={value === null || field.type === "NUMBER" ? value : String(value)}
      {...(field.type === "PHONE" && value !== null && { written: phone(String(value), { abroad: true }) })}
      edit={edit}
      editable={editable}
      hidden={hidden}
      copied={copied.includes(field.type)}
      choices={choices}
      valueOfChoice={(choice) => (field.type === "BOOLEAN" && choice ? choice === "true" : choice || null)}
      clearable={!field.required || value === null}
      typed={typedAs[field.type as keyof typeof typedAs] ?? "text"}
    />
  );
}
