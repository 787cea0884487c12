import type { Module } from "../../module.ts";
import { endAbandonedBulk, tidyBulk } from "./bulk.jobs.ts";
import { BulkResolver } from "./bulk.resolver.ts";

export const bulk: Module = {
  resolvers: [BulkResolver],
  access: {
    "Query.bulkOperation": "clients.read",
    "Mutation.tagClients": "clients.write",
    "Mutation.untagClients": "clients.write",
    "Mutation.addClientsToList": "clients.write",
    "Mutation.removeClientsFromList": "clients.write",
    "Mutation.setClientsStatus": "clients.write",
    "Mutation.assignClients": "clients.write",
    "Mutation.deleteClients": "clients.delete",
    "Mutation.undoOperation": "clients.write",
    "Mutation.stopOperation": "clients.write",
  },
  recurring: [
    { job: tidyBulk, at: "47 3 * * *" },
    { job: endAbandonedBulk, at: "* * * * *" },
  ],
  hangsOnClient: [{ table: "bulk_target", column: "client_id" }],
};
