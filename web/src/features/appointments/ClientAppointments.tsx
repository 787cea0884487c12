import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Message } from "../../components/Message.tsx";
import { PageBody } from "../../components/PageBody.tsx";
import { Section } from "../../components/Section.tsx";
import { TableSkeleton } from "../../components/TableSkeleton.tsx";
import { useSearchParam } from "../../hooks/useSearchParam.ts";
import { Rows } from "../../lists/Rows.tsx";
import type { Appointment_AppointmentFragment } from "./appointments.generated.ts";
import { AppointmentRow } from "./components/AppointmentRow.tsx";
import { appointmentParameter } from "./paths.ts";
import { useAppointments } from "./useAppointments.ts";

/** A client's appointments: those to come, and on demand those that were [F198]. */
export function ClientAppointments({ clientId }: { clientId: string }) {
  const { t } = useTranslation();
  const [, open] = useSearchParam(appointmentParameter);
  const [past, setPast] = useState(false);
  const list = useAppointments({ clientId, upcoming: true });
  const add = (
    <Button variant="outlined" onClick={() => open("new")}>
      {t("appointments.page.add")}
    </Button>
  );
  return (
    <PageBody>
      <Rows
        list={list}
        skeleton={<TableSkeleton rows={3} height={56} />}
        more={t("tasks.page.more")}
        empty={
          <Message title={t("appointments.page.empty")} actions={add}>
            {t("appointments.page.emptyHint")}
          </Message>
        }
      >
        {(appointments) => (
          <Section title={t("appointments.page.upcoming")} actions={add}>
            <AppointmentRows appointments={appointments} />
          </Section>
        )}
      </Rows>
      <Box>
        <Button aria-expanded={past} onClick={() => setPast(!past)} sx={{ ml: -1 }}>
          {past ? t("appointments.page.hidePast") : t("appointments.page.showPast")}
        </Button>
        {past && <PastAppointments clientId={clientId} />}
      </Box>
    </PageBody>
  );
}

function PastAppointments({ clientId }: { clientId: string }) {
  const { t } = useTranslation();
  const list = useAppointments({ clientId, upcoming: false, cancelled: true });
  return (
    <Section title={t("appointments.page.past")}>
      <Rows
        list={list}
        skeleton={<TableSkeleton rows={2} height={56} />}
        more={t("tasks.page.more")}
        empty={<Box sx={{ color: "text.secondary" }}>{t("appointments.page.none")}</Box>}
      >
        {(appointments) => <AppointmentRows appointments={appointments} />}
      </Rows>
    </Section>
  );
}

const AppointmentRows = ({ appointments }: { appointments: readonly Appointment_AppointmentFragment[] }) => (
  <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0 }}>
    {appointments.map((appointment) => (
      <AppointmentRow key={appointment.id} appointment={appointment} withClient={false} withDay />
    ))}
  </Box>
);
