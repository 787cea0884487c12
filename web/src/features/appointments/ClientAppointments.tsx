import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Loaded } from "../../components/Loaded.tsx";
import { Message } from "../../components/Message.tsx";
import { More } from "../../components/More.tsx";
import { PageBody } from "../../components/PageBody.tsx";
import { Section } from "../../components/Section.tsx";
import { TableSkeleton } from "../../components/TableSkeleton.tsx";
import { useSearchParam } from "../../hooks/useSearchParam.ts";
import { AppointmentRow } from "./components/AppointmentRow.tsx";
import { appointmentParameter } from "./paths.ts";
import { useAppointments } from "./useAppointments.ts";

/** A client's appointments: those to come, and on demand those that were [F198]. */
export function ClientAppointments({ clientId }: { clientId: string }) {
  const { t } = useTranslation();
  const [, open] = useSearchParam(appointmentParameter);
  const [past, setPast] = useState(false);
  const { query } = useAppointments({ clientId, upcoming: true });
  const add = (
    <Button variant="outlined" onClick={() => open("new")}>
      {t("appointments.page.add")}
    </Button>
  );
  return (
    <PageBody>
      <Loaded query={query} skeleton={<TableSkeleton rows={3} height={56} />}>
        {({ appointments }) =>
          appointments.nodes.length === 0 ? (
            <Message title={t("appointments.page.empty")} actions={add}>
              {t("appointments.page.emptyHint")}
            </Message>
          ) : (
            <Section title={t("appointments.page.upcoming")} actions={add}>
              <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0 }}>
                {appointments.nodes.map((appointment) => (
                  <AppointmentRow key={appointment.id} appointment={appointment} withClient={false} withDay />
                ))}
              </Box>
            </Section>
          )
        }
      </Loaded>
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
  const {
    query,
    appointments = [],
    variables,
  } = useAppointments({
    clientId,
    upcoming: false,
    cancelled: true,
  });
  return (
    <Section title={t("appointments.page.past")}>
      <Loaded query={query} skeleton={<TableSkeleton rows={2} height={56} />}>
        {() => (
          <>
            {appointments.length === 0 && <Box sx={{ color: "text.secondary" }}>{t("appointments.page.none")}</Box>}
            <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0 }}>
              {appointments.map((appointment) => (
                <AppointmentRow key={appointment.id} appointment={appointment} withClient={false} withDay />
              ))}
            </Box>
            <More
              query={query}
              variables={variables}
              pageInfo={query.data?.appointments.pageInfo}
              label={t("tasks.page.more")}
            />
          </>
        )}
      </Loaded>
    </Section>
  );
}
