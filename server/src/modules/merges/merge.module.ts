import { movesAll } from "../../client-column.ts";
import type { Module } from "../../module.ts";
import { mergeEntries } from "./merge.entries.ts";
import { tidyMerges } from "./merge.jobs.ts";
import { ClientMergeResolver, MergeResolver } from "./merge.resolver.ts";

export const merges: Module = {
  resolvers: [MergeResolver, ClientMergeResolver],
  members: { TimelineEntry: [mergeEntries] },
  access: {
    "Query.mergePreview": "clients.merge",
    "Query.clientMerge": "clients.read",
    "Mutation.mergeClients": "clients.merge",
    "Mutation.undoMerge": "clients.merge",
  },
  recurring: [{ job: tidyMerges, at: "17 4 * * *" }],
  hangsOnClient: [
    {
      table: "merged_client",
      column: "survivor_id",
      onMerge: movesAll("merged_client", { column: "survivor_id", key: "client_id" }),
    },
    { table: "merged_client", column: "client_id", onMerge: "It says that a client was merged." },
    { table: "client_merge", column: "survivor_id", onMerge: "It says what was done then." },
    { table: "client_merge_part", column: "client_id", onMerge: "It says whose rows they were." },
  ],
};
