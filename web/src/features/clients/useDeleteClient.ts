import { useApolloClient } from "@apollo/client/react";
import { clientPath } from "@clientela/shared/paths";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { confirm } from "../../feedback/confirm.ts";
import { toastProblem } from "../../feedback/problem.ts";
import { toast } from "../../feedback/toast.ts";
import { DeleteClientsDocument, UndoBulkDocument } from "./list/bulk/bulk.generated.ts";
import { refreshLists } from "./refreshLists.ts";

type Deleted = { id: string; name: string };
type DeleteClient = (client: Deleted, leave?: () => void | Promise<void>) => Promise<void>;

/**
 * Asks, deletes and says so, with ten minutes to take it back. `leave` goes away from the record before it leaves the
 * cache.
 */
export function useDeleteClient(): DeleteClient {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const apollo = useApolloClient();

  const restore = async (operationId: string, { id, name }: Deleted) => {
    try {
      const { data } = await apollo.mutate({ mutation: UndoBulkDocument, variables: { id: operationId } });
      const [skipped] = data?.result.skipped ?? [];
      if (skipped) return toast(skipped.reason, { severity: "error" });
    } catch (error) {
      return toastProblem(error, () => void restore(operationId, { id, name }));
    }
    toast(t("clientPages.record.restored", { name }), {
      action: { label: t("clientPages.record.openRestored"), run: () => void navigate(clientPath(id)) },
    });
    await refreshLists(apollo);
  };
  const run: DeleteClient = async (client, leave) => {
    const { id, name } = client;
    const operationId = crypto.randomUUID();
    try {
      const { data } = await apollo.mutate({
        mutation: DeleteClientsDocument,
        variables: { selection: { ids: [id] }, operationId },
      });
      const [skipped] = data?.result.skipped ?? [];
      if (skipped) return toast(skipped.reason, { severity: "error" });
    } catch (error) {
      return toastProblem(error, () => void run(client, leave));
    }
    toast(t("clientPages.record.deleted", { name }), {
      action: { label: t("common.undo"), run: () => void restore(operationId, client) },
    });
    await leave?.();
    apollo.cache.evict({ id: apollo.cache.identify({ __typename: "Client", id }) ?? "" });
    apollo.cache.gc();
    await refreshLists(apollo);
  };
  return async (client, leave) => {
    const sure = await confirm({
      title: t("clientPages.record.deleteTitle", { name: client.name }),
      text: t("clientPages.record.deleteText"),
      confirmLabel: t("clientPages.record.delete"),
      danger: true,
    });
    if (sure) await run(client, leave);
  };
}
