import { field } from "../../core/read/projection.ts";
import type { Module } from "../../module.ts";
import { Contact } from "./contact.entity.ts";
import { contactEntries } from "./contact.entries.ts";
import { contactsMove } from "./contact.merge.ts";
import { contactProjection, contactsOf } from "./contact.projection.ts";
import { ContactResolver } from "./contact.resolver.ts";
import type { ContactsArgs } from "./contact.types.ts";

export const contacts: Module = {
  entities: [Contact],
  resolvers: [ContactResolver],
  projections: { Contact: contactProjection },
  extend: { Client: { contacts: field<"client", ContactsArgs>(contactsOf) } },
  members: { TimelineEntry: [contactEntries] },
  access: {
    "Query.contacts": "clients.read",
    "Mutation.addContact": "clients.write",
    "Mutation.updateContact": "clients.write",
    "Mutation.setContactActive": "clients.write",
  },
  hangsOnClient: [{ table: "contact", column: "client_id", onMerge: contactsMove }],
};
