import { TZDate } from "@date-fns/tz";
import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { tzlib_get_ical_block, tzlib_get_timezones } from "timezones-ical-library";
import type { Core } from "../../context.ts";
import type { Translate } from "../../core/text.ts";
import type { CalendarEntry } from "./calendar.service.ts";

const describedZones = new Set(tzlib_get_timezones() as string[]);
const blockOf = (zone: string) => [tzlib_get_ical_block(zone)].flat()[0] ?? "";

/**
 * Appointments as iCalendar (RFC 5545), each on the clocks it was agreed on, with the rules of these clocks. With a method
 * it is a message about one of them (RFC 5546): PUBLISH, or CANCEL once it is cancelled.
 */
export function calendarFile(
  { references, publicUrl }: Pick<Core, "references" | "publicUrl">,
  entries: CalendarEntry[],
  translate: Translate,
  { message = false }: { message?: boolean } = {},
): string {
  const { hostname } = new URL(publicUrl);
  const calendar = ical({
    prodId: { company: "Clientela", product: "Clientela" },
    timezone: { name: null, generator: blockOf },
    ...(message
      ? { method: entries[0]?.cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH }
      : {
          name: oneLine(translate("appointments.calendar", { name: references.settings.current.businessName })),
          ttl: 900,
        }),
  });
  for (const entry of entries) {
    const zone = describedZones.has(entry.timeZone) ? entry.timeZone : "UTC";
    const attendees = references.users.getAll(entry.attendeeIds).map(({ name }) => name);
    const who = [...entry.contacts, ...attendees.sort((a, b) => a.localeCompare(b))];
    const organizer = references.users.get(entry.organizerId);
    const event = calendar.createEvent({
      id: `${entry.id}@${hostname}`,
      sequence: entry.sequence,
      stamp: entry.updatedAt,
      created: entry.createdAt,
      lastModified: entry.updatedAt,
      timezone: zone,
      start: new TZDate(entry.startsAt, zone),
      end: new TZDate(entry.endsAt, zone),
      summary: `${oneLine(entry.title)} · ${oneLine(entry.client)}`,
      location: oneLine(entry.place ?? entry.url ?? ""),
      description: [
        entry.notes,
        who.length > 0 ? translate("appointments.with", { names: who.join(", ") }) : null,
        entry.place && entry.url,
        `${publicUrl}/clients/${entry.clientId}`,
      ]
        .filter(Boolean)
        .join("\n\n"),
      url: entry.url ?? `${publicUrl}/clients/${entry.clientId}`,
      status: entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      ...(organizer && { organizer: { name: oneLine(organizer.name), email: organizer.email } }),
    });
    if (entry.remindMinutes !== null && !entry.cancelled) {
      event.createAlarm({
        type: ICalAlarmType.display,
        trigger: entry.remindMinutes * 60,
        description: oneLine(entry.title),
      });
    }
  }
  return calendar.toString();
}

/** What the library writes into a line as it is must have none of its own. */
const oneLine = (text: string) => text.replace(/\p{Cc}+/gu, " ").trim();
