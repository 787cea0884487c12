import { useTranslation } from "react-i18next";
import { useFormats } from "../i18n/format.ts";

interface Summarized {
  kind: string;
  summary: string;
  title?: string | null;
  startsAt?: string;
  startedAt?: string | null;
  timeZone?: string;
}

type AppointmentKind = "APPOINTMENT_CREATED" | "APPOINTMENT_MOVED" | "APPOINTMENT_CANCELLED";

/** An entry in one line; the moments in it in the reader's form, on the clocks of the appointment. */
export function useEntrySummary() {
  const { t } = useTranslation();
  const { moment } = useFormats();
  return (entry: Summarized): string => {
    const { kind, title, startsAt, startedAt, timeZone } = entry;
    if (!startsAt) return entry.summary;
    const before = startedAt ? moment(startedAt, timeZone) : "";
    return t(`timeline.summary.${kind as AppointmentKind}`, {
      title: title ?? "",
      before,
      moment: moment(startsAt, timeZone),
    });
  };
}
