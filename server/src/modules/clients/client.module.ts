import { field } from "../../core/read/projection.ts";
import type { Module } from "../../module.ts";
import { timelineCursor, timelinePage } from "../timeline/timeline.projection.ts";
import type { TimelineArgs } from "../timeline/timeline.types.ts";
import { Client } from "./client.entity.ts";
import { clientEntries } from "./client.entries.ts";
import { clientProjection, sourceProjection, taxProfileProjection } from "./client.projection.ts";
import { ClientOfEntryResolver, ClientOfNotificationResolver, ClientResolver } from "./client.resolver.ts";
import { clientOf } from "./client-of.ts";
import { ClientStateResolver } from "./client-state.resolver.ts";
import { foldTallies } from "./client-tally.ts";
import { FacetResolver } from "./facet.resolver.ts";
import { searchWork } from "./search.job.ts";

export const clients: Module = {
  entities: [Client],
  resolvers: [ClientResolver, ClientOfEntryResolver, ClientOfNotificationResolver, ClientStateResolver, FacetResolver],
  projections: { Client: clientProjection, TaxProfile: taxProfileProjection, Source: sourceProjection },
  extend: {
    Client: { timeline: field<"client", TimelineArgs>(timelinePage), timelineCursor },
    TimelineEntry: { client: clientOf("timeline_entry") },
    Notification: { client: clientOf("notification") },
  },
  members: { TimelineEntry: clientEntries },
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
