import type { AppointmentFilter } from "../../generated/schema.ts";
import { useNextPage } from "../../hooks/useNextPage.ts";
import { useAppointmentsQuery } from "./appointments.generated.ts";

/** The appointments of a filter, page after page. */
export function useAppointments(
  filter: AppointmentFilter,
  { skip = false, pageSize = 20 }: { skip?: boolean; pageSize?: number } = {},
) {
  const variables = { filter, first: pageSize };
  const query = useAppointmentsQuery({ variables, skip, fetchPolicy: "cache-and-network" });
  const list = (query.data ?? query.previousData)?.appointments;
  const nextPage = useNextPage(query, variables, list?.pageInfo.endCursor ?? null);
  return {
    query,
    variables,
    appointments: list?.nodes,
    hasMore: Boolean(list?.pageInfo.hasNextPage),
    ...nextPage,
  };
}
