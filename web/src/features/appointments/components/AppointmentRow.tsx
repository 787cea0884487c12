import { clientPath } from "@clientela/shared/paths";
import Box from "@mui/material/Box";
import Chip from "@mui/material/Chip";
import MuiLink from "@mui/material/Link";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { RowMenu } from "../../../components/RowMenu.tsx";
import { useNow } from "../../../hooks/useNow.ts";
import { useFormats } from "../../../i18n/format.ts";
import { useSettings } from "../../../session/useSession.ts";
import type { Appointment_AppointmentFragment } from "../appointments.generated.ts";
import { appointmentParameter } from "../paths.ts";
import { useCancelAppointment } from "../useCancelAppointment.ts";
import { whenTexts } from "../whenTexts.ts";

interface AppointmentRowProps {
  appointment: Appointment_AppointmentFragment;
  /** Where several clients' appointments stand together. */
  withClient: boolean;
  /** Where its day is said already. */
  withDay: boolean;
}

/** An appointment on two lines: when and what, where and with whom. */
export function AppointmentRow({ appointment, withClient, withDay }: AppointmentRowProps) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const formats = useFormats();
  const now = useNow();
  const cancel = useCancelAppointment();
  const { day, from, till, there } = whenTexts(appointment, useSettings()?.timeZone ?? "UTC", formats);
  const cancelled = appointment.cancelledAt !== null;
  const over = Date.parse(appointment.endsAt) <= now;
  const running = !cancelled && !over && Date.parse(appointment.startsAt) <= now;
  const open = new URLSearchParams(params);
  open.set(appointmentParameter, appointment.id);
  const who = [...appointment.contacts, ...appointment.attendees].map(({ name }) => name).join(", ");
  return (
    <Box component="li" sx={rowSx}>
      <Box
        component="time"
        dateTime={appointment.startsAt}
        title={formats.exact(appointment.startsAt)}
        className="tabular"
        sx={whenSx}
      >
        {withDay && <Box sx={{ color: "text.primary", fontWeight: 600 }}>{day}</Box>}
        <Box>
          <span>{from} –</span> <span>{till}</span>
        </Box>
        {there && <Box>{there}</Box>}
      </Box>
      <Box sx={{ minWidth: 0, flex: 1, overflowWrap: "anywhere" }}>
        <Box sx={{ display: "flex", gap: 1, alignItems: "center", flexWrap: "wrap" }}>
          <Box
            component={Link}
            to={{ search: open.toString() }}
            preventScrollReset
            className="title"
            sx={{
              color: cancelled ? "text.secondary" : "text.primary",
              textDecoration: cancelled ? "line-through" : "none",
            }}
          >
            {appointment.title}
          </Box>
          {cancelled && <Chip size="small" variant="outlined" label={t("appointments.page.cancelled")} />}
          {running && <Chip size="small" color="primary" label={t("appointments.page.now")} />}
        </Box>
        <Box
          sx={{
            color: "text.secondary",
            fontSize: "0.8125rem",
            display: "flex",
            flexWrap: "wrap",
            alignItems: "center",
            columnGap: 1.5,
            lineHeight: "24px",
          }}
        >
          {withClient && (
            <MuiLink
              component={Link}
              to={clientPath(appointment.client.id)}
              color="inherit"
              underline="hover"
              className="above"
            >
              {appointment.client.name}
            </MuiLink>
          )}
          {appointment.place && <span>{appointment.place}</span>}
          {appointment.url && !cancelled && !over && (
            <MuiLink href={appointment.url} target="_blank" rel="noreferrer" className="above">
              {t("appointments.page.join")}
            </MuiLink>
          )}
          {who && <span>{who}</span>}
        </Box>
      </Box>
      <Box className="above">
        <RowMenu
          label={t("appointments.page.menu", { title: appointment.title })}
          actions={[
            { label: t("appointments.page.download"), run: () => location.assign(appointment.icsUrl) },
            ...(cancelled || over
              ? []
              : [{ label: t("appointments.page.cancel"), run: () => void cancel(appointment), danger: true }]),
          ]}
        />
      </Box>
    </Box>
  );
}

const rowSx = {
  position: "relative",
  display: "flex",
  gap: 1.5,
  py: 1,
  borderBottom: 1,
  borderColor: "divider",
  "& a.title": { fontWeight: 600, outline: "none", lineHeight: "24px", display: "inline-block" },
  "& a.title::after": { content: '""', position: "absolute", inset: 0 },
  "& .above": { position: "relative", zIndex: 1, alignSelf: "flex-start", lineHeight: "24px" },
  "&:hover": { bgcolor: "action.hover" },
  "&:has(a.title:focus-visible)": {
    bgcolor: "action.selected",
    boxShadow: "inset 3px 0 0 var(--mui-palette-primary-main)",
  },
} as const;
const whenSx = {
  width: { xs: 80, sm: 148 },
  flexShrink: 0,
  color: "text.secondary",
  fontSize: "0.8125rem",
  pl: { sm: 1 },
  "& span": { whiteSpace: "nowrap" },
} as const;
