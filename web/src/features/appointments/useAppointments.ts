import type { AppointmentFilter } from "../../generated/schema.ts";
import { useConnection } from "../../lists/useConnection.ts";
import { AppointmentsDocument } from "./appointments.generated.ts";

/** The appointments of a filter, page after page. */
export const useAppointments = (
  filter: AppointmentFilter,
  { skip = false, pageSize = 20 }: { skip?: boolean; pageSize?: number } = {},
) =>
  useConnection(AppointmentsDocument, {
    variables: { filter, first: pageSize },
    of: ({ appointments }) => appointments,
    skip,
  });
