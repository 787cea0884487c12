import type { Module } from "../../module.ts";
import { Contact } from "./contact.entity.ts";
import { contactProjection } from "./contact.projection.ts";
import { ContactResolver } from "./contact.resolver.ts";

export const contacts: Module = {
  entities: [Contact],
  resolvers: [ContactResolver],
  projections: { Contact: contactProjection },
  access: {
    "Query.contacts": "clients.read",
    "Mutation.addContact": "clients.write",
    "Mutation.updateContact": "clients.write",
    "Mutation.setContactActive": "clients.write",
  },
  hangsOnClient: [{ table: "contact", column: "client_id" }],
};
