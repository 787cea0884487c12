import type { GraphQLResolveInfo } from "graphql";
import type { ExpressionBuilder } from "kysely";
import { type Context, viewerOf } from "../../context.ts";
import type { Root, ViewerScope } from "../../core/read/projection.ts";
import type { Sender } from "../../core/read/reader.ts";
import { uuidOrNull } from "../../core/scalars.ts";
import type { Database } from "../../database/tables.ts";
import { visibleTo } from "../access/visible.ts";
import { appointmentConditions, appointmentOrder, appointmentProjection } from "./appointment.projection.ts";
import type { AppointmentsArgs } from "./appointment.types.ts";

/** The appointments with the clients that a viewer sees. */
const appointmentsVisibleTo = (eb: ExpressionBuilder<Database, never>, viewer: ViewerScope) =>
  eb
    .selectFrom("appointment")
    .where(({ exists, selectFrom }) =>
      exists(selectFrom("client").whereRef("client.id", "=", "appointment.client_id").where(visibleTo(viewer))),
    );

/** One appointment with a client that the viewer sees, or null. */
export const appointmentById: Root<{ id: string }> = {
  build: ({ eb, args, viewer, one }) =>
    one(appointmentProjection, appointmentsVisibleTo(eb, viewer).where("appointment.id", "=", args.id.map(uuidOrNull))),
};

/** The appointment that a mutation changed, as its answer selects it. */
export const readAppointment = (context: Context, info: GraphQLResolveInfo, id: string, within: Sender) =>
  context.core.reader.read(appointmentById, info, viewerOf(context), { id }, within);

/** A page of the appointments with all clients that the viewer sees. */
export const appointmentList: Root<AppointmentsArgs> = {
  build: ({ eb, args, viewer, page }) =>
    page(
      appointmentProjection,
      appointmentsVisibleTo(eb, viewer).where(({ and }) => and(appointmentConditions(args.filter))),
      appointmentOrder(args.filter),
    ),
};
