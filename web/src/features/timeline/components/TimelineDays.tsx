import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { useNow } from "../../../hooks/useNow.ts";
import { useFormats } from "../../../i18n/format.ts";
import { groupByDay } from "../groupByDay.ts";
import type { Entry } from "../useTimeline.ts";
import { TimelineEntry } from "./TimelineEntry.tsx";

interface TimelineDaysProps {
  clientId: string;
  entries: readonly Entry[];
  fresh: ReadonlySet<string>;
}

/** Entries under the day on which they happened, in the business's time zone. */
export function TimelineDays({ clientId, entries, fresh }: TimelineDaysProps) {
  const { dayKey } = useFormats();
  const dayName = useDayName();
  return (
    <>
      {groupByDay(entries, dayKey).map(({ key, entries: ofDay }) => (
        <Box key={key} component="section" aria-label={dayName(key)}>
          <Box component="h2" sx={headingSx}>
            {dayName(key)}
          </Box>
          {ofDay.map((entry) => (
            <TimelineEntry key={entry.id} clientId={clientId} entry={entry} fresh={fresh.has(entry.id)} />
          ))}
        </Box>
      ))}
    </>
  );
}

const dayInMilliseconds = 86_400_000;

function useDayName(): (key: string) => string {
  const { t, i18n } = useTranslation();
  const { dayKey } = useFormats();
  const now = useNow();
  return (key) => {
    if (key === dayKey(new Date(now))) return t("timeline.day.today");
    if (key === dayKey(new Date(now - dayInMilliseconds))) return t("timeline.day.yesterday");
    const thisYear = key.slice(0, 4) === dayKey(new Date(now)).slice(0, 4);
    const name = new Intl.DateTimeFormat(i18n.language, {
      timeZone: "UTC",
      weekday: "long",
      day: "numeric",
      month: "long",
      ...(!thisYear && { year: "numeric" }),
    }).format(new Date(key));
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
