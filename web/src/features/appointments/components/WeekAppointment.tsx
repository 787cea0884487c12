import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { visuallyHidden } from "../../../components/visuallyHidden.ts";
import { useFormats } from "../../../i18n/format.ts";
import type { Appointment_AppointmentFragment } from "../appointments.generated.ts";
import { appointmentParameter } from "../paths.ts";
import type { Placed } from "../weekLayout.ts";

interface WeekAppointmentProps {
  place: Placed<Appointment_AppointmentFragment>;
  /** In pixels. */
  hourHeight: number;
}

/** An appointment where it stands in its day; it opens the panel. */
export function WeekAppointment({ place, hourHeight }: WeekAppointmentProps) {
  const { t } = useTranslation();
  const { time } = useFormats();
  const [params] = useSearchParams();
  const { appointment, from, till, lane, lanes } = place;
  const next = new URLSearchParams(params);
  next.set(appointmentParameter, appointment.id);
  const hours = { from: time(appointment.startsAt), till: time(appointment.endsAt) };
  const { title, client } = appointment;
  const isTall = till - from >= 50;
  const when = t("appointments.week.hours", hours);
  return (
    <Box
      component={Link}
      to={{ search: next.toString() }}
      preventScrollReset
      title={[title, when, client.name].join(" · ")}
      style={{
        top: (from / 60) * hourHeight + 1,
        height: ((till - from) / 60) * hourHeight - 2,
        left: `calc(${(lane / lanes) * 100}% + 2px)`,
        width: `calc(${100 / lanes}% - 6px)`,
      }}
      sx={blockSx}
    >
      <Box component="span" sx={{ fontWeight: 600, ...(!isTall && lineSx) }}>
        {title}
      </Box>{" "}
      {/* What is said begins with what is shown, in its order: people who speak to their computer read it off. */}
      {isTall ? (
        <Box component="span" className="tabular" sx={{ display: "block", color: "text.secondary" }}>
          {hours.from} · {client.name}
        </Box>
      ) : null}{" "}
      <Box component="span" sx={visuallyHidden}>
        {isTall ? when : `${when} · ${client.name}`}
      </Box>
    </Box>
  );
}

/** One line is all there is room for. */
const lineSx = { display: "block", overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" } as const;
const blockSx = {
  position: "absolute",
  overflow: "hidden",
  px: 0.75,
  py: 0.25,
  borderRadius: 0.75,
  borderLeft: "3px solid",
  borderColor: "primary.main",
  fontSize: "0.75rem",
  lineHeight: "16px",
  color: "text.primary",
  textDecoration: "none",
  background: "color-mix(in srgb, var(--mui-palette-primary-main) 14%, var(--mui-palette-background-paper))",
  "&:hover": {
    background: "color-mix(in srgb, var(--mui-palette-primary-main) 22%, var(--mui-palette-background-paper))",
  },
  "&:focus-visible": { outline: "2px solid", outlineColor: "primary.main", zIndex: 1 },
} as const;
