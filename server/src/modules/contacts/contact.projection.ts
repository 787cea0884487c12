import { sql } from "kysely";
import { field, type Projection, type Scope } from "../../core/read/projection.ts";
import { contactData } from "../access/visible.ts";
import { clientOf } from "../clients/client-of.ts";
import type { Contact } from "./contact.entity.ts";
import type { ContactsArgs } from "./contact.types.ts";

type Shown = Exclude<Extract<keyof Contact, string>, "clientId" | "isPrimary">;

/** Where each field of a contact comes from. */
export const contactProjection: Projection<"contact", Shown> = {
  table: "contact",
  fields: {
    id: "id",
    client: clientOf("contact"),
    name: "name",
    email: field<"contact">(({ viewer }) => contactData("contact.email", viewer)),
    phone: field<"contact">(({ viewer }) => contactData("contact.phone", viewer)),
    position: "position",
    primary: "is_primary",
    active: "active",
    portalPermissions: "portal_permissions",
    createdAt: "created_at",
    updatedAt: "updated_at",
    version: "version",
  },
};

/** A client's contacts: the primary one first, inactive ones last. */
export const contactsOf = ({ eb, args, many }: Scope<"client", ContactsArgs>) =>
  many(
    contactProjection,
    eb
      .selectFrom("contact")
      .whereRef("contact.client_id", "=", "client.id")
      .$if(args.activeOnly === true, (query) => query.where("contact.active", "=", true))
      .orderBy("contact.is_primary", "desc")
      .orderBy("contact.active", "desc")
      .orderBy(sql`fold(contact.name)`)
      .orderBy("contact.id"),
  );
