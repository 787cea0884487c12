import type { ApolloClient } from "@apollo/client";
import { pageSize } from "@clientela/shared/paging";
import {
  ClientListPageDocument,
  type ClientListPageQuery,
  type ClientListPageQueryVariables,
  ClientTilesDocument,
} from "./clients.generated.ts";

const mostPages = 10;

/**
 * Reads the client list on screen again as far as it was loaded, so that nobody loses their place; 1,000 rows at most.
 * Lists that are not on screen are forgotten.
 */
export async function refreshLists(apollo: ApolloClient): Promise<void> {
  const shown = [...apollo.getObservableQueries()].filter(({ queryName }) => queryName === "ClientListPage");
  const read = await Promise.all(
    shown.map(async ({ variables }) => {
      const known = variables as ClientListPageQueryVariables;
      return { variables: known, data: await readAgain(apollo, known) };
    }),
  );
  apollo.cache.batch({
    update(cache) {
      cache.evict({ id: "ROOT_QUERY", fieldName: "clients" });
      for (const { variables, data } of read) cache.writeQuery({ query: ClientListPageDocument, variables, data });
    },
  });
  await apollo.refetchQueries({ include: [ClientTilesDocument] });
}

async function readAgain(apollo: ApolloClient, shown: ClientListPageQueryVariables): Promise<ClientListPageQuery> {
  const loaded = apollo.cache.readQuery({ query: ClientListPageDocument, variables: shown })?.clients.nodes.length ?? 0;
  const nodes: ClientListPageQuery["clients"]["nodes"] = [];
  let after: string | null = null;
  for (let page = 1; ; page += 1) {
    const first = Math.min(pageSize.most, Math.max(pageSize.usual, loaded - nodes.length));
    const variables: ClientListPageQueryVariables = { ...shown, first, after };
    const { data } = await apollo.query({ query: ClientListPageDocument, variables, fetchPolicy: "no-cache" });
    if (!data) throw new Error("clients answered nothing");
    nodes.push(...data.clients.nodes);
    after = data.clients.pageInfo.endCursor;
    if (nodes.length >= loaded || !data.clients.pageInfo.hasNextPage || page === mostPages)
      return { clients: { ...data.clients, nodes } };
  }
}
