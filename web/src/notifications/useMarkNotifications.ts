import { useApolloClient } from "@apollo/client/react";
import { toastProblem } from "../feedback/problem.ts";
import { UnreadNotificationsDocument, useMarkNotificationsMutation } from "./notifications.generated.ts";

/** Marks notifications as read or unread, all of them where none is named; the bell and the list follow at once. */
export function useMarkNotifications() {
  const { cache } = useApolloClient();
  const [mark] = useMarkNotificationsMutation();
  return async (ids: readonly string[] | null, read: boolean) => {
    try {
      const { data } = await mark({
        variables: { ids: ids && [...ids], read },
        ...(ids === null && { refetchQueries: ["Notifications"] }),
      });
      if (!data) return;
      for (const id of ids ?? []) {
        cache.modify({
          id: cache.identify({ __typename: "Notification", id }) as string,
          fields: { readAt: () => (read ? new Date().toISOString() : null) },
        });
      }
      cache.writeQuery({ query: UnreadNotificationsDocument, data: { unreadNotifications: data.markNotifications } });
    } catch (error) {
      toastProblem(error);
    }
  };
}
