import { field } from "../../core/read/projection.ts";
import type { Module } from "../../module.ts";
import { timelineCursor, timelinePage } from "../timeline/timeline.projection.ts";
import type { TimelineArgs } from "../timeline/timeline.types.ts";
import { Client } from "./client.entity.ts";
import { clientProjection, sourceProjection, taxProfileProjection } from "./client.projection.ts";
import { ClientResolver } from "./client.resolver.ts";
import { ClientStateResolver } from "./client-state.resolver.ts";
import { foldTallies } from "./client-tally.ts";
import { FacetResolver } from "./facet.resolver.ts";
import { searchWork } from "./search.job.ts";

export const clients: Module = {
  entities: [Client],
  resolvers: [ClientResolver, ClientStateResolver, FacetResolver],
  projections: { Client: clientProjection, TaxProfile: taxProfileProjection, Source: sourceProjection },
  extend: { Client: { timeline: field<"client", TimelineArgs>(timelinePage), timelineCursor } },
  access: {
    "Query.client": "clients.read",
    "Query.clients": "clients.read",
    "Query.clientCount": "clients.read",
    "Query.clientStats": "clients.read",
    "Query.clientFacets": "clients.read",
    "Mutation.createClient": "clients.write",
    "Mutation.updateClient": "clients.write",
    "Mutation.deleteClient": "clients.delete",
    "Mutation.reactivateClient": "clients.write",
    "Mutation.setNewsletterState": "clients.write",
  },
  jobs: [searchWork],
  recurring: [{ job: foldTallies, at: "*/5 * * * *" }],
};
