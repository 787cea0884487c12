import { z } from "zod";
import { optionalEmail, optionalPhone, optionalText, requiredText } from "../validation.ts";

/** What a contact may see and do in the client's portal [F191]. */
export const portalPermissions = ["QUOTES", "INVOICES", "PAYMENTS", "TICKETS", "PROJECTS", "CONTRACTS"] as const;
export type PortalPermission = (typeof portalPermissions)[number];

/** A new contact as a person writes it [F189]. */
export const contactRules = z.object({
  name: requiredText(200),
  email: optionalEmail.nullish(),
  phone: optionalPhone,
  position: optionalText(120),
  primary: z.boolean().nullish(),
  portalPermissions: z
    .array(z.enum(portalPermissions))
    .max(portalPermissions.length)
    .nullish()
    .transform((chosen) => chosen && portalPermissions.filter((permission) => chosen.includes(permission))),
});

/** A changed one: an absent field stays as it is, null clears what may be empty. */
export const updateContactRules = contactRules.extend({ name: contactRules.shape.name.optional() });

/** Parts of a contact whose changes the timeline tells; `column` is the key of a difference in the ledger. */
export const contactFields = {
  name: { column: "name" },
  email: { column: "email", sensitive: true },
  phone: { column: "phone", sensitive: true },
  position: { column: "position" },
  primary: { column: "is_primary" },
  portalPermissions: { column: "portal_permissions" },
} as const satisfies Record<string, { column: string; sensitive?: true }>;
export type ContactFieldKey = keyof typeof contactFields;
