import { z } from "zod";
import { timeZone } from "../people/rules.ts";
import { reminderMinutes } from "../tasks/rules.ts";
import { optionalLongText, optionalText, optionalUrl, requiredText } from "../validation.ts";

/** Names of zones are told apart by calendar programs as they are written. */
const zonesAsWritten = new Map(Intl.supportedValuesOf("timeZone").map((zone) => [zone.toLowerCase(), zone]));
const writtenZone = timeZone.transform((zone) => zonesAsWritten.get(zone.toLowerCase()) ?? zone);

const fields = {
  title: requiredText(200),
  startsAt: z.date(),
  endsAt: z.date(),
  timeZone: writtenZone.nullish(),
  place: optionalText(300),
  url: optionalUrl.nullish(),
  notes: optionalLongText(10_000),
  attendeeIds: z.array(z.string()).max(100).nullish(),
  contactIds: z.array(z.string()).max(100).nullish(),
  remindMinutes: reminderMinutes.nullish(),
};
const ends = ({ startsAt, endsAt }: { startsAt?: Date | null | undefined; endsAt?: Date | null | undefined }) =>
  !startsAt || !endsAt || endsAt > startsAt;
const endsAfterStart = { path: ["endsAt"], message: "errors.endsBeforeStart" };

/** A new appointment [F198]. */
export const createAppointmentRules = z.object(fields).refine(ends, endsAfterStart);

/** A changed one: an absent field stays as it is, null clears what may be empty. */
export const updateAppointmentRules = z
  .object({
    ...fields,
    title: fields.title.optional(),
    startsAt: fields.startsAt.nullish(),
    endsAt: fields.endsAt.nullish(),
  })
  .refine(ends, endsAfterStart);
