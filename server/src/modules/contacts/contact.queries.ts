import type { Root } from "../../core/read/projection.ts";
import { uuidOrNull } from "../../core/scalars.ts";
import { visibleTo } from "../clients/visible.ts";
import { contactProjection } from "./contact.projection.ts";

/** One contact of a client that the viewer sees, or null. */
export const contactById: Root<{ id: string }> = {
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
