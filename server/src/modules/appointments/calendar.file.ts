import { clientPath } from "@clientela/shared/paths";
import { comesTwice } from "@clientela/shared/time/zoned";
import { TZDate } from "@date-fns/tz";
import ical, { foldLines, ICalAlarmType, ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import type { Core } from "../../context.ts";
import type { Translate } from "../../core/text.ts";
import { usersOf } from "../people/people.references.ts";
import { settingsOf } from "../settings/settings.cache.ts";
import type { CalendarEntry } from "./calendar.service.ts";
import { describeZone } from "./calendar.zone.ts";

/**
 * Appointments as iCalendar (RFC 5545), each on the clocks it was agreed on, with the rules that these clocks had. With a method
 * it is a message about one of them (RFC 5546): PUBLISH, or CANCEL once it is cancelled.
 */
export function calendarFile(
  core: Pick<Core, "pool" | "publicUrl">,
  entries: CalendarEntry[],
  translate: Translate,
  { message = false }: { message?: boolean } = {},
): string {
  const { hostname } = new URL(core.publicUrl);
  const calendar = ical({
    prodId: { company: "Clientela", product: "Clientela" },
    timezone: {
      name: null,
      generator: (zone) =>
        describeZone(
          zone,
          entries.filter(({ timeZone }) => timeZone === zone).flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]),
        ),
    },
    ...(message
      ? { method: entries[0]?.cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH }
      : {
          name: oneLine(translate("appointments.calendar", { name: settingsOf(core).current.businessName })),
          ttl: 900,
        }),
  });
  for (const entry of entries) {
    // A time within an hour that comes twice is told in UTC: programs do not agree which of the two is meant.
    const twice = [entry.startsAt, entry.endsAt].some((moment) => comesTwice(moment, entry.timeZone));
    const zone = twice ? "UTC" : entry.timeZone;
    const attendees = usersOf(core)
      .getAll(entry.attendeeIds)
      .map(({ name }) => name);
    const who = [...entry.contacts, ...attendees.sort((a, b) => a.localeCompare(b))];
    const organizer = usersOf(core).get(entry.organizerId);
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
        core.publicUrl + clientPath(entry.clientId),
      ]
        .filter(Boolean)
        .join("\n\n"),
      url: entry.url ?? core.publicUrl + clientPath(entry.clientId),
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
  return withPlainUrls(calendar.toString());
}

/** An address is no text, so nothing in it is escaped (3.3.13); the library does. */
function withPlainUrls(file: string): string {
  const lines = file.replaceAll("\r\n ", "").split("\r\n");
  return foldLines(
    lines.map((line) => (/^URL[;:]/.test(line) ? line.replace(/\\([\\;,])/g, "$1") : line)).join("\r\n"),
  );
}

/** Values that the library writes unescaped must have no line breaks. */
const oneLine = (text: string) => text.replace(/\p{Cc}+/gu, " ").trim();
