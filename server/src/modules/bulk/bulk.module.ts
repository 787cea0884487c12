import type { Module } from "../../module.ts";
import { BulkResolver } from "./bulk.resolver.ts";
import { assigning, movingToTeam } from "./kinds/assign.ts";
import { deleting } from "./kinds/delete.ts";
import { listing, unlisting } from "./kinds/list.ts";
import { settingStatus } from "./kinds/status.ts";
import { tagging, untagging } from "./kinds/tag.ts";

export const bulk: Module = {
  resolvers: [BulkResolver],
  access: {
    "Mutation.tagClients": "clients.write",
    "Mutation.untagClients": "clients.write",
    "Mutation.addClientsToList": "clients.write",
    "Mutation.removeClientsFromList": "clients.write",
    "Mutation.setClientsStatus": "clients.write",
    "Mutation.assignClients": "clients.write",
    "Mutation.deleteClients": "clients.delete",
  },
  operations: [tagging, untagging, listing, unlisting, settingStatus, assigning, movingToTeam, deleting],
  hangsOnClient: [
    { table: "operation_target", column: "record_id", onMerge: "It says to which client something was done." },
  ],
};
