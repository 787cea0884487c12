import { clientPath } from "@clientela/shared/paths";
import Box from "@mui/material/Box";
import Link from "@mui/material/Link";
import { useTranslation } from "react-i18next";
import { Link as RouterLink, useSearchParams } from "react-router";
import { RelatedWaiting } from "../../components/RelatedWaiting.tsx";
import { useFormats } from "../../i18n/format.ts";
import { useSettings } from "../../session/useSession.ts";
import { appointmentParameter } from "./paths.ts";
import { useAppointments } from "./useAppointments.ts";
import { whenTexts } from "./whenTexts.ts";

const shown = 3;

/** A client's next appointments in short, and the way to all of them. */
export function NextAppointments({ clientId }: { clientId: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const zone = useSettings()?.timeZone ?? "UTC";
  const [params] = useSearchParams();
  const { nodes: appointments, loading } = useAppointments({ clientId, upcoming: true });
  const addressOf = (id: string) => {
    const next = new URLSearchParams(params);
    next.set(appointmentParameter, id);
    return { search: next.toString() };
  };
  if (!appointments) return <RelatedWaiting failed={!loading} />;
  return (
    <Box sx={{ fontSize: "0.8125rem", display: "grid", gap: 0.5, pb: 0.5 }}>
      {appointments.slice(0, shown).map((appointment) => {
        const { day, from, till } = whenTexts(appointment, zone, formats);
        return (
          <Box key={appointment.id} sx={{ overflowWrap: "anywhere" }}>
            <Link
              component={RouterLink}
              to={addressOf(appointment.id)}
              color="inherit"
              underline="hover"
              preventScrollReset
              sx={{ display: "inline-block", lineHeight: "24px" }}
            >
              {appointment.title}
            </Link>
            <Box className="tabular" sx={{ color: "text.secondary" }}>
              {`${day}, ${from} – ${till}`}
            </Box>
          </Box>
        );
      })}
      <Link
        component={RouterLink}
        to={appointments.length > 0 ? clientPath(clientId, "appointments") : addressOf("new")}
        preventScrollReset
        underline="hover"
        sx={{ display: "inline-block", lineHeight: "24px" }}
      >
        {appointments.length > 0 ? t("appointments.page.all") : t("appointments.page.add")}
      </Link>
    </Box>
  );
}
