import type { Module } from "../../module.ts";
import { ClientList } from "./list.entity.ts";
import { membersMove } from "./list.merge.ts";
import { listsOf } from "./list.references.ts";
import { ClientListResolver } from "./list.resolver.ts";
import { newsletterEntries } from "./newsletter.entries.ts";

export const lists: Module = {
  entities: [ClientList],
  resolvers: [ClientListResolver],
  members: { TimelineEntry: [newsletterEntries] },
  references: [listsOf],
  access: {
    "Query.clientLists": "clients.read",
    "Mutation.createClientList": "lists.write",
    "Mutation.updateClientList": "lists.write",
    "Mutation.deleteClientList": "lists.delete",
  },
  hangsOnClient: [{ table: "client_list_member", column: "client_id", onMerge: membersMove }],
};
