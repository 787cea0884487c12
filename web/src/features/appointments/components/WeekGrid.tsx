import Box from "@mui/material/Box";
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParam } from "../../../hooks/useSearchParam.ts";
import { localeOf } from "../../../i18n/i18n.ts";
import type { Appointment_AppointmentFragment } from "../appointments.generated.ts";
import { appointmentParameter, newAppointment } from "../paths.ts";
import { placeInDay } from "../weekLayout.ts";
import { WeekAppointment } from "./WeekAppointment.tsx";

/** Height of an hour in pixels. */
const hourHeight = 48;
/** Where the day begins that is in view at first. */
const morning = 8;
const hours = Array.from({ length: 24 }, (_, hour) => hour);

interface WeekGridProps {
  label: string;
  /** `2026-11-16`, one after the other. */
  days: readonly string[];
  today: string;
  zone: string;
  appointments: readonly Appointment_AppointmentFragment[];
  busy: boolean;
}

/** Days beside each other, hours below each other. The free hours are one stop of the Tab key: the arrows go on. */
export function WeekGrid({ label, days, today, zone, appointments, busy }: WeekGridProps) {
  const { t, i18n } = useTranslation();
  const [, open] = useSearchParam(appointmentParameter);
  const placed = days.map((day) => placeInDay(appointments, day, zone));
  const [active, setActive] = useState({ day: today, hour: 9 });
  const reached = {
    day: days.includes(active.day) ? active.day : (days[0] as string),
    hour: active.hour,
  };
  const grid = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (grid.current) grid.current.scrollTop = morning * hourHeight;
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    // From where the focus is, however it came there.
    const [on, at] = (event.target instanceof HTMLElement && event.target.dataset.hour?.split(" ")) || [];
    if (!on || !at) return;
    const [across, down] = steps[event.key] ?? [0, 0];
    const day = days[days.indexOf(on) + across];
    const hour = Number(at) + down;
    if ((!across && !down) || !day || hour < 0 || hour > 23) return;
    event.preventDefault();
    setActive({ day, hour });
    grid.current?.querySelector<HTMLElement>(`[data-hour="${day} ${hour}"]`)?.focus();
  };
  const locale = localeOf(i18n.language);
  const named = new Intl.DateTimeFormat(locale, {
    timeZone: "UTC",
    weekday: "long",
    day: "numeric",
    month: "long",
  });
  const short = new Intl.DateTimeFormat(locale, { timeZone: "UTC", weekday: "short", day: "numeric" });
  const clock = new Intl.DateTimeFormat(locale, { timeZone: "UTC", hour: "numeric", minute: "2-digit" });
  const timeOf = (hour: number) => clock.format(new Date(Date.UTC(2026, 0, 1, hour)));
  return (
    <Box
      ref={grid}
      role="group"
      aria-label={label}
      aria-busy={busy}
      onKeyDown={onKeyDown}
      sx={{ ...gridSx, gridTemplateColumns: `max-content repeat(${days.length}, minmax(0, 1fr))` }}
    >
      <Box aria-hidden sx={{ pt: `${headHeight}px` }}>
        {hours.map((hour) => (
          <Box key={hour} className="tabular" sx={hourSx}>
            {timeOf(hour)}
          </Box>
        ))}
      </Box>
      {days.map((day, index) => (
        <Box key={day} component="section" aria-label={named.format(new Date(day))} sx={daySx}>
          <Box aria-hidden sx={{ ...headSx, ...(day === today && { color: "primary.main", fontWeight: 600 }) }}>
            {short.format(new Date(day))}
          </Box>
          <Box sx={{ position: "relative", height: hours.length * hourHeight }}>
            {hours.map((hour) => (
              <Box
                key={hour}
                component="button"
                type="button"
                data-hour={`${day} ${hour}`}
                tabIndex={day === reached.day && hour === reached.hour ? 0 : -1}
                aria-label={t("appointments.week.create", { day: named.format(new Date(day)), time: timeOf(hour) })}
                onClick={() => {
                  setActive({ day, hour });
                  open(newAppointment(`${day}T${String(hour).padStart(2, "0")}:00`));
                }}
                sx={freeSx}
              />
            ))}
            {(placed[index] ?? []).map((place) => (
              <WeekAppointment key={place.appointment.id} place={place} hourHeight={hourHeight} />
            ))}
          </Box>
        </Box>
      ))}
    </Box>
  );
}

const headHeight = 33;
const steps: Record<string, [across: number, down: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const gridSx = {
  position: "relative",
  display: "grid",
  border: 1,
  borderColor: "divider",
  borderRadius: 1.5,
  overflowY: "auto",
  // The rest of the window below the bars, so that the hours move under the days' names.
  height: { xs: "calc(100dvh - 280px)", md: "calc(100dvh - 176px)" },
  minHeight: 320,
} as const;
const hourSx = {
  height: hourHeight,
  px: 0.75,
  textAlign: "right",
  fontSize: "0.6875rem",
  color: "text.secondary",
  transform: "translateY(-8px)",
  "&:first-of-type": { transform: "none" },
} as const;
const daySx = { borderLeft: 1, borderColor: "divider", minWidth: 0 } as const;
const headSx = {
  position: "sticky",
  top: 0,
  zIndex: 1,
  bgcolor: "background.default",
  height: headHeight,
  display: "grid",
  placeItems: "center",
  fontSize: "0.8125rem",
  color: "text.secondary",
  borderBottom: 1,
  borderColor: "divider",
} as const;
const freeSx = {
  display: "block",
  width: "100%",
  height: hourHeight,
  p: 0,
  border: 0,
  borderBottom: 1,
  borderColor: "divider",
  bgcolor: "transparent",
  cursor: "pointer",
  "&:hover": { bgcolor: "action.hover" },
  "&:focus-visible": { outline: "2px solid", outlineColor: "primary.main", outlineOffset: "-2px" },
} as const;
