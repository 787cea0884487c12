import type { GraphQLResolveInfo } from "graphql";
import { type SqlBool, sql } from "kysely";
import { type Context, viewerOf } from "../../context.ts";
import { asc, type Root } from "../../core/read/projection.ts";
import type { Sender } from "../../core/read/reader.ts";
import { when } from "../../core/read/slots.ts";
import { hasWords, patternsOf } from "../../core/read/words.ts";
import { uuidOrNull } from "../../core/scalars.ts";
import { visibleTo } from "../access/visible.ts";
import { contactProjection } from "./contact.projection.ts";
import type { ContactPageArgs } from "./contact.types.ts";

/** One contact of a client that the viewer sees, or null. */
const contactById: Root<{ id: string }> = {
  build: ({ eb, args, viewer, one }) =>
    one(
      contactProjection,
      eb
        .selectFrom("contact")
        .where("contact.id", "=", args.id.map(uuidOrNull))
        .where(({ exists, selectFrom }) =>
          exists(selectFrom("client").whereRef("client.id", "=", "contact.client_id").where(visibleTo(viewer))),
        ),
    ),
};

/** The contact that a mutation changed, as its answer selects it. */
export const readContact = (context: Context, info: GraphQLResolveInfo, id: string, within: Sender) =>
  context.core.reader.read(contactById, info, viewerOf(context), { id }, within);

/** A page of the people at the clients that the viewer sees, by name [F215]. */
export const contactPage: Root<ContactPageArgs> = {
  build: ({ eb, args, viewer, page }) =>
    page(
      contactProjection,
      eb
        .selectFrom("contact")
        .where(({ exists, selectFrom }) =>
          exists(selectFrom("client").whereRef("client.id", "=", "contact.client_id").where(visibleTo(viewer))),
        )
        .where(({ and }) =>
          and([
            ...when(args.filter?.active, (active) => sql<SqlBool>`contact.active = ${sql.lit(active)}`),
            ...when(args.filter?.search, (search) => {
              const patterns = patternsOf(search);
              const found = hasWords(sql`contact_search(contact.name, contact.email, contact.phone)`, patterns);
              // The index knows the whole; who may not see all of it finds by the name alone [F209].
              return viewer.seesContactData
                ? found
                : sql<SqlBool>`(${found} and ${hasWords(sql`fold(contact.name)`, patterns)})`;
            }),
          ]),
        ),
      asc(sql`fold(contact.name)`),
    ),
};
