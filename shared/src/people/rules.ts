import { z } from "zod";
import { clientListSettingsRules } from "../clients/columnRules.ts";
import { roles } from "../permissions.ts";
import { emailRules, optionalCountry, requiredText } from "../validation.ts";

/** At least ten characters, at most 200 (NIST SP 800-63B asks for eight or more and no composition rules). */
export const passwordRules = z.string().min(10).max(200);
export { emailRules };
export const locales = ["es", "en"] as const;
export type Locale = (typeof locales)[number];
export const localeRules = z.enum(locales);

/** An IANA time zone. */
export const timeZone = z.string().refine(isTimeZone, "errors.format.timeZone");
const currency = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{3}$/, "errors.format.currency");

export const setUpRules = z.object({
  businessName: requiredText(120),
  locale: localeRules,
  timeZone,
  currency,
  country: optionalCountry.optional(),
  name: requiredText(120),
  email: emailRules,
  password: passwordRules,
  demo: z.boolean().nullish(),
});

export const settingsRules = z
  .object({
    businessName: requiredText(120),
    locale: localeRules,
    timeZone,
    currency,
    country: optionalCountry,
    allowDuplicates: z.boolean(),
    requireEmail: z.boolean(),
    phoneInsteadOfEmail: z.boolean(),
    promoteOnFirstPayment: z.boolean(),
    restrictAgentsToTeams: z.boolean(),
    hideContactDataFromAgents: z.boolean(),
    agentsMayExport: z.boolean(),
    agentsMayRevealContactData: z.boolean(),
  })
  .partial();

export const inviteUserRules = z.object({
  name: requiredText(120),
  email: emailRules,
  role: z.enum(roles),
  teamIds: z.array(z.string()).max(100).nullish(),
});

export const updateUserRules = z
  .object({
    name: requiredText(120),
    role: z.enum(roles),
    teamIds: z.array(z.string()).max(100),
    active: z.boolean(),
  })
  .partial();

export const accountRules = z
  .object({
    name: requiredText(120),
    locale: localeRules.nullable(),
    clientList: clientListSettingsRules.nullable(),
  })
  .partial();
export const teamRules = z.object({ name: requiredText(80), memberIds: z.array(z.string()).max(1000).nullish() });
export const apiKeyRules = z.object({
  name: requiredText(80),
  role: z.enum(roles),
  expiresAt: z
    .date()
    .refine((date) => date.getTime() > Date.now(), "errors.inThePast")
    .nullish(),
});
export const tagRules = z.object({
  name: requiredText(60),
  color: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, "errors.format.color")
    .nullish(),
});

/** Names only: JavaScript also takes offsets such as `+05:00`, which PostgreSQL reads the other way round. */
function isTimeZone(value: string): boolean {
  if (!/^[A-Za-z]/.test(value)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: value });
    return true;
  } catch {
    return false;
  }
}
