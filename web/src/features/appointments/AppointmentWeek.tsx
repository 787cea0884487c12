import { addDays, localTimeOf, readDay } from "@clientela/shared/time/zoned";
import ChevronLeft from "@mui/icons-material/ChevronLeft";
import ChevronRight from "@mui/icons-material/ChevronRight";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import Typography from "@mui/material/Typography";
import useMediaQuery from "@mui/material/useMediaQuery";
import { useTranslation } from "react-i18next";
import { NotLoaded } from "../../components/NotLoaded.tsx";
import { Toggle } from "../../components/Toggle.tsx";
import { useNow } from "../../hooks/useNow.ts";
import { localeOf } from "../../i18n/i18n.ts";
import { ReadingFailed } from "../../lists/More.tsx";
import { useReadOn } from "../../lists/useReadOn.ts";
import { useUrlState } from "../../lists/useUrlState.ts";
import { useSettings, useViewer } from "../../session/useSession.ts";
import { WeekGrid } from "./components/WeekGrid.tsx";
import { weekState } from "./paths.ts";
import { useAppointments } from "./useAppointments.ts";
import { mondayOf } from "./weekLayout.ts";

/** Below this width in pixels a week does not fit: one day at a time. */
const narrowWidth = 760;
/** An appointment that began so many days before may still go on. */
const longestDays = 7;

/** Chooses between the list of the day and the week. */
export function WeekSwitch() {
  const { t } = useTranslation();
  const [state, setState] = useUrlState(weekState);
  return (
    <Toggle
      label={t("appointments.week.view")}
      value={state.week ? "week" : "list"}
      options={(["list", "week"] as const).map((value) => ({ value, text: t(`appointments.week.${value}`) }))}
      onChange={(value) => setState({ ...state, week: value === "week" })}
    />
  );
}

/** One's own appointments in a week, on the clocks of the business; on a phone one day at a time [F198]. */
export function AppointmentWeek() {
  const { t, i18n } = useTranslation();
  const { user } = useViewer();
  const zone = useSettings()?.timeZone ?? "UTC";
  const narrow = useMediaQuery(`(max-width: ${narrowWidth - 0.02}px)`, { noSsr: true });
  const today = localTimeOf(new Date(useNow()), zone).slice(0, 10);
  const [state, setState] = useUrlState(weekState);
  const day = readDay(state.day) ?? today;
  const monday = mondayOf(day);
  const days = narrow ? [day] : Array.from({ length: 7 }, (_, index) => addDays(monday, index));
  const [first = day, last = day] = [days[0], days.at(-1)];
  const list = useAppointments(
    { attendeeIds: [user.id], starts: { from: addDays(monday, -longestDays), to: addDays(monday, 6) } },
    { pageSize: 100 },
  );
  useReadOn(list, true);

  const step = narrow ? 1 : 7;
  const go = (to: string) => setState({ ...state, day: to === today ? null : to });
  return (
    <>
      <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1, alignItems: "center" }}>
        <WeekSwitch />
        <Box sx={{ display: "flex", alignItems: "center" }}>
          <IconButton
            aria-label={t(narrow ? "appointments.week.dayBefore" : "appointments.week.before")}
            onClick={() => go(addDays(day, -step))}
          >
            <ChevronLeft />
          </IconButton>
          <IconButton
            aria-label={t(narrow ? "appointments.week.dayAfter" : "appointments.week.after")}
            onClick={() => go(addDays(day, step))}
          >
            <ChevronRight />
          </IconButton>
        </Box>
        <Button variant="outlined" onClick={() => go(today)} sx={{ minHeight: 32 }}>
          {t("appointments.week.today")}
        </Button>
        <Typography component="h2" aria-live="polite" sx={{ fontSize: "1rem", fontWeight: 600 }}>
          {rangeText(first, last, localeOf(i18n.language))}
        </Typography>
      </Box>
      {list.error ? (
        <NotLoaded error={list.error} onRetry={list.refetch} />
      ) : (
        <WeekGrid
          label={t(narrow ? "appointments.week.dayLabel" : "appointments.week.label")}
          days={days}
          today={today}
          zone={zone}
          appointments={list.nodes ?? []}
          busy={list.loading}
        />
      )}
      <Box role="status">
        <ReadingFailed list={list} />
      </Box>
      <Typography variant="body2" color="textSecondary">
        {t("appointments.week.hint")}
      </Typography>
    </>
  );
}

/** `16 – 22 de noviembre de 2026`, or the one day. */
function rangeText(first: string, last: string, language: string): string {
  const [from, till] = [new Date(`${first}T00:00Z`), new Date(`${last}T00:00Z`)];
  if (first !== last) {
    const day = { timeZone: "UTC", day: "numeric", month: "long", year: "numeric" } as const;
    return new Intl.DateTimeFormat(language, day).formatRange(from, till);
  }
  const text = new Intl.DateTimeFormat(language, {
    timeZone: "UTC",
    weekday: "long",
    day: "numeric",
    month: "long",
  }).format(from);
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}
