import Box from "@mui/material/Box";
import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useNearView } from "../../../hooks/useNearView.ts";
import { useNow } from "../../../hooks/useNow.ts";
import { useFormats } from "../../../i18n/format.ts";
import { localeOf } from "../../../i18n/i18n.ts";
import { type Day, groupByDay } from "../groupByDay.ts";
import type { Entry } from "../useTimeline.ts";
import { TimelineEntry } from "./TimelineEntry.tsx";

interface TimelineDaysProps {
  clientId: string;
  entries: readonly Entry[];
  fresh: ReadonlySet<string>;
}

/**
 * Entries under the day on which they happened, in the business's time zone. Only what is near the view is drawn: a long
 * timeline takes no more of the browser than a short one.
 */
export function TimelineDays({ clientId, entries, fresh }: TimelineDaysProps) {
  const { dayKey } = useFormats();
  const dayName = useDayName();
  const days = useMemo(() => groupByDay(entries, dayKey), [entries, dayKey]);
  return days.map((day) => (
    <DayPart
      key={`${day.key} ${day.part}`}
      clientId={clientId}
      day={day}
      name={dayName(day.key)}
      fresh={day.entries.some(({ id }) => fresh.has(id)) ? fresh : nothingFresh}
    />
  ));
}

const nothingFresh: ReadonlySet<string> = new Set();

interface DayPartProps {
  clientId: string;
  day: Day<Entry>;
  name: string;
  fresh: ReadonlySet<string>;
}

/** A list that grew, or was read anew, has parts that say what they said. */
const sameParts = (before: DayPartProps, after: DayPartProps): boolean =>
  before.clientId === after.clientId &&
  before.name === after.name &&
  before.fresh === after.fresh &&
  before.day.part === after.day.part &&
  before.day.entries.length === after.day.entries.length &&
  before.day.entries.every((entry, index) => entry === after.day.entries[index]);

const DayPart = memo(function DayPart({ clientId, day, name, fresh }: DayPartProps) {
  const { ref, emptyHeight } = useNearView();
  if (emptyHeight !== null) return <div ref={ref} style={{ height: emptyHeight }} />;
  return (
    <Box ref={ref} component="section" aria-label={name} sx={{ display: "flow-root" }}>
      {day.part === 0 && (
        <Box component="h2" sx={headingSx}>
          {name}
        </Box>
      )}
      {day.entries.map((entry) => (
        <TimelineEntry key={entry.id} clientId={clientId} entry={entry} fresh={fresh.has(entry.id)} />
      ))}
    </Box>
  );
}, sameParts);

const dayInMilliseconds = 86_400_000;

function useDayName(): (key: string) => string {
  const { t, i18n } = useTranslation();
  const { dayKey } = useFormats();
  const now = useNow();
  const today = dayKey(new Date(now));
  const yesterday = dayKey(new Date(now - dayInMilliseconds));
  const [thisYear, anyYear] = useMemo(() => {
    const day = { timeZone: "UTC", weekday: "long", day: "numeric", month: "long" } as const;
    return [
      new Intl.DateTimeFormat(localeOf(i18n.language), day),
      new Intl.DateTimeFormat(localeOf(i18n.language), { ...day, year: "numeric" }),
    ];
  }, [i18n.language]);
  return (key) => {
    if (key === today) return t("timeline.day.today");
    if (key === yesterday) return t("timeline.day.yesterday");
    const name = (key.slice(0, 4) === today.slice(0, 4) ? thisYear : anyYear).format(new Date(key));
    return name.charAt(0).toLocaleUpperCase(i18n.language) + name.slice(1);
  };
}

const headingSx = {
  m: 0,
  mt: 2,
  mb: 0.5,
  display: "flex",
  alignItems: "center",
  gap: 1.5,
  fontSize: "0.75rem",
  fontWeight: 600,
  color: "text.secondary",
  "&::after": { content: '""', flex: 1, borderTop: 1, borderColor: "divider" },
} as const;
