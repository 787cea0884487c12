import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { TableSkeleton } from "../../components/TableSkeleton.tsx";
import { useViewer } from "../../session/useSession.ts";
import { AppointmentRow } from "./components/AppointmentRow.tsx";
import { useAppointments } from "./useAppointments.ts";

interface DayAppointmentsProps {
  /** False where other tasks are shown than those of one's own day. */
  shown: boolean;
  /** The tasks. */
  children: ReactNode;
}

/** One's own appointments of today, above one's tasks; nothing on a day without any. Both come at once, so that the tasks are not pushed down. */
export function DayAppointments({ shown, children }: DayAppointmentsProps) {
  const { t } = useTranslation();
  const { user } = useViewer();
  const id = useId();
  const {
    nodes: appointments = [],
    loading,
    data,
  } = useAppointments({ attendeeIds: [user.id], starts: { preset: "TODAY" } }, { skip: !shown });
  if (shown && loading && !data) return <TableSkeleton rows={8} />;
  return (
    <>
      {shown && appointments.length > 0 && (
        <Box component="section" aria-labelledby={id}>
          <Typography
            id={id}
            component="h2"
            sx={{
              fontSize: "0.8125rem",
              fontWeight: 600,
              lineHeight: "32px",
              color: "text.secondary",
              borderBottom: 1,
              borderColor: "divider",
            }}
          >
            {t("appointments.page.today")}
          </Typography>
          <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0 }}>
            {appointments.map((appointment) => (
              <AppointmentRow key={appointment.id} appointment={appointment} withClient withDay={false} />
            ))}
          </Box>
        </Box>
      )}
      {children}
    </>
  );
}
