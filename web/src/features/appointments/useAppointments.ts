import { NetworkStatus } from "@apollo/client";
import { toastProblem } from "../../feedback/problem.ts";
import type { AppointmentFilter } from "../../generated/schema.ts";
import { useAppointmentsQuery } from "./appointments.generated.ts";

/** The appointments of a filter, page after page. */
export function useAppointments(
  filter: AppointmentFilter,
  { skip = false, pageSize = 20 }: { skip?: boolean; pageSize?: number } = {},
) {
  const variables = { filter, first: pageSize };
  const query = useAppointmentsQuery({ variables, skip, fetchPolicy: "cache-and-network" });
  const list = (query.data ?? query.previousData)?.appointments;
  const endCursor = list?.pageInfo.endCursor ?? null;
  return {
    query,
    appointments: list?.nodes,
    hasMore: Boolean(list?.pageInfo.hasNextPage),
    loadingMore: query.networkStatus === NetworkStatus.fetchMore,
    loadMore: () => query.fetchMore({ variables: { ...variables, after: endCursor } }).catch(toastProblem),
  };
}
