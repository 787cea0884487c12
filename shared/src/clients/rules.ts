import { z } from "zod";
import type { CustomFieldsRules, CustomValues } from "../custom-fields/rules.ts";
import { newsletterStatuses } from "../lists/words.ts";
import { normalizeEmail } from "../normalize/email.ts";
import {
  optionalCountry,
  optionalEmail,
  optionalPhone,
  optionalText,
  optionalUrl,
  requiredText,
} from "../validation.ts";
import { type ClientField, clientFields, type TextFieldKey, type TextType, textFields } from "./fields.ts";
import { addressTypes, clientKinds, clientStatuses, maxAddresses } from "./words.ts";

export const addressRules = z.object({
  type: z.enum(addressTypes),
  line1: optionalText(200),
  line2: optionalText(200),
  city: optionalText(100),
  region: optionalText(100),
  postalCode: optionalText(20),
  country: optionalCountry.optional(),
});

/** What a text of the registry must look like, by its type; one that is only text has a length. */
const ruleOfType = {
  email: optionalEmail,
  phone: optionalPhone,
  url: optionalUrl,
  date: z.iso.date().nullable(),
  language: z
    .string()
    .trim()
    .transform((value) => value || null)
    .nullable()
    .pipe(
      z
        .string()
        .max(35)
        .regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/, "errors.format.language")
        .nullable(),
    ),
};
type RuleOf<Type> = Type extends keyof typeof ruleOfType ? (typeof ruleOfType)[Type] : ReturnType<typeof optionalText>;
const ruleOf = (key: TextFieldKey) => {
  const field: ClientField & { type: TextType } = clientFields[key];
  return field.type === "text" ? optionalText(field.most) : ruleOfType[field.type];
};
const textRules = Object.fromEntries(textFields.map((key) => [key, ruleOf(key)])) as {
  [Key in TextFieldKey]: RuleOf<(typeof clientFields)[Key]["type"]>;
};

export const taxProfileRules = z.object({
  legalName: optionalText(clientFields["taxProfile.legalName"].most),
  country: optionalCountry.optional(),
  idType: optionalText(clientFields["taxProfile.idType"].most),
  taxId: optionalText(clientFields["taxProfile.taxId"].most),
  checkDigit: optionalText(clientFields["taxProfile.checkDigit"].most),
  rucType: optionalText(clientFields["taxProfile.rucType"].most),
  fiscalCode: optionalText(clientFields["taxProfile.fiscalCode"].most),
});

const fields = {
  kind: z.enum(clientKinds),
  name: requiredText(clientFields.name.most),
  ...textRules,
  status: z.enum(clientStatuses),
  taxProfile: taxProfileRules.nullable(),
  addresses: z
    .array(addressRules)
    .max(maxAddresses)
    .superRefine((addresses, context) => {
      for (const type of ["MAIN", "BILLING"] as const) {
        const [, second] = addresses.flatMap((address, index) => (address.type === type ? [index] : []));
        if (second !== undefined)
          context.addIssue({ code: "custom", message: "errors.oneAddressOfType", path: [second, "type"] });
      }
    })
    .nullable()
    .transform((addresses) => addresses ?? []),
  ownerId: z.string().nullable(),
  teamId: z.string().nullable(),
  tagIds: z
    .array(z.string())
    .max(100)
    .nullable()
    .transform((ids) => ids ?? []),
  listIds: z
    .array(z.string())
    .max(100)
    .nullable()
    .transform((ids) => ids ?? []),
  newsletterStatus: z.enum(newsletterStatuses),
} satisfies z.ZodRawShape;

/** How a person must say to reach a client: by e-mail, by that or any phone, or not at all [F3]. */
export type ContactNeeded = "email" | "either" | "none";
export const contactNeeded = (settings: { requireEmail: boolean; phoneInsteadOfEmail: boolean }): ContactNeeded => {
  if (!settings.requireEmail) return "none";
  return settings.phoneInsteadOfEmail ? "either" : "email";
};
const phoneKeys = ["phone", "mobile", "whatsapp"] as const;
type ContactWays = Partial<Record<"email" | (typeof phoneKeys)[number], string | null | undefined>>;
/** Whether a client can be reached at all. */
export const reachable = (client: ContactWays) => Boolean(client.email) || phoneKeys.some((key) => client[key]);

/** What depends on the business. */
interface ClientRulesOptions {
  needs: ContactNeeded;
  /** Absent: the business has no fields of its own. */
  customFields?: CustomFieldsRules;
}
const noCustomFields: CustomFieldsRules = z.custom<CustomValues>(() => false, "errors.unknownCustomField").optional();

/** What a new client must look like. */
export const createClientRules = ({ needs, customFields = noCustomFields }: ClientRulesOptions) =>
  z
    .object(fields)
    .partial()
    .extend({ customFields })
    .required({ name: true })
    .superRefine((input, context) => {
      if (needs === "email" && !input.email)
        context.addIssue({ code: "custom", message: "errors.required", path: ["email"] });
      if (needs === "either" && !reachable(input))
        context.addIssue({ code: "custom", message: "errors.emailOrPhone", path: ["email"] });
    });

/** What a change to a client must look like: an absent field stays as it is, null clears it. */
export const updateClientRules = ({ needs, customFields = noCustomFields }: ClientRulesOptions) =>
  z
    .object(fields)
    .partial()
    .extend({ customFields })
    .superRefine((input, context) => {
      if (needs === "email" && input.email === null)
        context.addIssue({ code: "custom", message: "errors.required", path: ["email"] });
    });

export type ClientInput = z.output<ReturnType<typeof updateClientRules>>;

/** Why hidden contact data must be seen [B4]. */
export const revealRules = z.object({ reason: requiredText(500).min(5) });

export const savedFilterRules = z.object({ name: requiredText(80) });

/** What is looked for among the clients that exist; half-typed values are no mistakes [F126]. */
export const duplicateProbeRules = z.object({
  email: optionalText(254).transform((value) => value && normalizeEmail(value)),
  phone: optionalPhone,
  mobile: optionalPhone,
  whatsapp: optionalPhone,
  name: optionalText(200),
  taxId: optionalText(40),
  country: optionalCountry.nullish(),
  excludeId: z.string().nullish(),
});
