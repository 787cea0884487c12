import { useTranslation } from "react-i18next";
import { confirm } from "../../feedback/confirm.ts";
import { toastProblem } from "../../feedback/problem.ts";
import { toast } from "../../feedback/toast.ts";
import {
  type Appointment_AppointmentFragment,
  AppointmentsDocument,
  useCancelAppointmentMutation,
} from "./appointments.generated.ts";

/** Asks, cancels and says so. */
export function useCancelAppointment() {
  const { t } = useTranslation();
  const [cancel] = useCancelAppointmentMutation({ refetchQueries: [AppointmentsDocument] });
  return async ({ id, title }: Pick<Appointment_AppointmentFragment, "id" | "title">): Promise<boolean> => {
    const sure = await confirm({
      title: t("appointments.page.cancelTitle", { title }),
      text: t("appointments.page.cancelText"),
      confirmLabel: t("appointments.page.cancel"),
      cancelLabel: t("appointments.page.keep"),
      danger: true,
    });
    if (!sure) return false;
    try {
      await cancel({ variables: { id } });
    } catch (error) {
      toastProblem(error);
      return false;
    }
    toast(t("appointments.page.cancelDone"));
    return true;
  };
}
