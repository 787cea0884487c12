import type { ApolloClient } from "@apollo/client";

/** Takes a deleted tag out of the cache, with the lists and saved filters that it changed. */
export function forgetTag(apollo: ApolloClient, id: string): void {
  apollo.cache.evict({ id: apollo.cache.identify({ __typename: "Tag", id }) ?? "" });
  for (const fieldName of ["clients", "savedFilters"]) apollo.cache.evict({ id: "ROOT_QUERY", fieldName });
  apollo.cache.gc();
}
