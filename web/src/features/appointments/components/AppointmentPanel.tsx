import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import { Loaded } from "../../../components/Loaded.tsx";
import { Message } from "../../../components/Message.tsx";
import { SidePanel } from "../../../components/SidePanel.tsx";
import { TableSkeleton } from "../../../components/TableSkeleton.tsx";
import { useSearchParam } from "../../../hooks/useSearchParam.ts";
import { useAppointmentPanelQuery } from "../appointments.generated.ts";
import { appointmentParameter, readNewAppointment } from "../paths.ts";
import { AppointmentForm } from "./AppointmentForm.tsx";

/** The panel in which an appointment is made or changed, over whatever page names one in its address. */
export function AppointmentPanel({ clientId }: { clientId?: string }) {
  const { t } = useTranslation();
  const [shown, setShown] = useSearchParam(appointmentParameter);
  const close = () => setShown(null);
  const made = readNewAppointment(shown);
  return (
    <SidePanel
      title={made ? t("appointments.page.new") : t("appointments.page.edit")}
      open={shown !== null}
      onClose={close}
    >
      {made && (
        <AppointmentForm
          key={made.at}
          clientId={clientId ?? null}
          at={made.at}
          appointment={undefined}
          onClose={close}
        />
      )}
      {shown && !made && <KnownAppointment key={shown} id={shown} onClose={close} />}
    </SidePanel>
  );
}

function KnownAppointment({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  // The version that is edited must be the one that is stored.
  const query = useAppointmentPanelQuery({
    variables: { id },
    fetchPolicy: "network-only",
    nextFetchPolicy: "cache-first",
  });
  return (
    <Loaded query={query} skeleton={<TableSkeleton rows={6} />}>
      {({ appointment }) => {
        if (!appointment) {
          return <Message title={t("appointments.page.missing")}>{t("appointments.page.missingHint")}</Message>;
        }
        if (appointment.cancelledAt) {
          return (
            <Message
              title={t("appointments.page.isCancelled")}
              actions={
                <Button href={appointment.icsUrl} variant="outlined">
                  {t("appointments.page.download")}
                </Button>
              }
            >
              {appointment.title}
            </Message>
          );
        }
        return (
          <AppointmentForm clientId={appointment.client.id} at={null} appointment={appointment} onClose={onClose} />
        );
      }}
    </Loaded>
  );
}
