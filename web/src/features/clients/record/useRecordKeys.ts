import { useTranslation } from "react-i18next";
import { useShortcuts } from "../../../frame/shortcuts.ts";
import { useSearchParam } from "../../../hooks/useSearchParam.ts";
import { appointmentParameter } from "../../appointments/paths.ts";
import { taskParameter } from "../../tasks/paths.ts";

/**
 * The keys of a record, usable as soon as its name shows. A panel they open waits in the address, a note with the
 * caller.
 */
export function useRecordKeys(writeNote: () => void): void {
  const { t } = useTranslation();
  const [, openTask] = useSearchParam(taskParameter);
  const [, openAppointment] = useSearchParam(appointmentParameter);
  useShortcuts([
    { keys: "n", key: "n", label: t("clientPages.record.note"), run: writeNote },
    { keys: "t", key: "t", label: t("clientPages.record.task"), run: () => openTask("new") },
    { keys: "← →", label: t("clientPages.record.toolsKeys") },
    { keys: "c", key: "c", label: t("clientPages.record.appointment"), run: () => openAppointment("new") },
  ]);
}
