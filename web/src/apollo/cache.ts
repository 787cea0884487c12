import { InMemoryCache } from "@apollo/client";
import type { CacheRules } from "../feature.ts";
import { possibleTypes } from "../generated/possibleTypes.ts";

/**
 * The normalised cache: a type that exists once per person is kept once.
 * @param rules what each feature says of what it reads
 */
export function createCache(rules: readonly CacheRules[]): InMemoryCache {
  const cache = new InMemoryCache({
    possibleTypes,
    typePolicies: { Viewer: { keyFields: [] }, Settings: { keyFields: [] } },
  });
  for (const { Query = {}, Client = {}, types = {} } of rules)
    cache.policies.addTypePolicies({ Query: { fields: Query }, Client: { fields: Client }, ...types });
  return cache;
}
