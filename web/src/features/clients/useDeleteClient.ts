import { useApolloClient } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { confirm } from "../../feedback/confirm.ts";
import { toastProblem } from "../../feedback/problem.ts";
import { toast } from "../../feedback/toast.ts";
import { ClientTilesDocument, DeleteClientDocument } from "./clients.generated.ts";

type DeleteClient = (client: { id: string; name: string }, leave?: () => void | Promise<void>) => Promise<void>;

/** Asks, deletes and says so. `leave` goes away from the record before it vanishes from what is known. */
export function useDeleteClient(): DeleteClient {
  const { t } = useTranslation();
  const apollo = useApolloClient();
  const run: DeleteClient = async ({ id, name }, leave) => {
    try {
      await apollo.mutate({ mutation: DeleteClientDocument, variables: { id } });
    } catch (error) {
      return toastProblem(error, () => void run({ id, name }, leave));
    }
    toast(t("clientPages.record.deleted", { name }));
    await leave?.();
    apollo.cache.evict({ id: apollo.cache.identify({ __typename: "Client", id }) ?? "" });
    apollo.cache.gc();
    await apollo.refetchQueries({ include: [ClientTilesDocument] });
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
