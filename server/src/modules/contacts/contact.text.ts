import { type ContactFieldKey, contactFields, type PortalPermission } from "@clientela/shared/contacts/rules";
import { type Context, viewerOf } from "../../context.ts";
import { MASK } from "../access/visible.ts";
import type { Difference, Differences, FieldChange } from "../timeline/field-change.types.ts";

/** The changes of a contact as the viewer may read them, masked like the contact itself. */
export function shownContactChanges(changes: Differences | null, context: Context): FieldChange[] {
  const { seesContactData } = viewerOf(context);
  return contactKeysOf(changes ?? {}).map(([key, difference]) => {
    const hidden = "sensitive" in contactFields[key] && !seesContactData;
    const told = (value: unknown) => (hidden ? value && MASK : shownContactValue(key, value, context));
    const [before, after] = difference.map(told) as [string | null, string | null];
    return {
      field: key,
      label: context.translate(`contacts.field.${key}`),
      type: key === "phone" ? "phone" : "text",
      before: before ?? null,
      after: after ?? null,
    };
  });
}

/** The changed fields of a contact, in their order. */
export const contactKeysOf = (changes: Differences): [ContactFieldKey, Difference][] =>
  (Object.keys(contactFields) as ContactFieldKey[]).flatMap((key) => {
    const difference = changes[contactFields[key].column];
    return difference ? [[key, difference] as [ContactFieldKey, Difference]] : [];
  });

function shownContactValue(key: ContactFieldKey, value: unknown, { translate }: Context): string | null {
  if (key === "primary") return translate(value === true ? "contacts.primary.true" : "contacts.primary.false");
  if (key === "portalPermissions") {
    return (
      (value as PortalPermission[]).map((name) => translate(`contacts.portalPermission.${name}`)).join(", ") || null
    );
  }
  return value === null ? null : String(value);
}
