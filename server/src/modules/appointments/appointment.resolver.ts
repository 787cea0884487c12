import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver } from "type-graphql";
import { type Context, viewerOf } from "../../context.ts";
import { Connection } from "../../core/read/connection.ts";
import { Client } from "../clients/client.entity.ts";
import { Appointment } from "./appointment.entity.ts";
import { appointmentById, appointmentList, readAppointment } from "./appointment.queries.ts";
import { cancelAppointment, createAppointment, updateAppointment } from "./appointment.service.ts";
import { AppointmentInput, AppointmentsArgs } from "./appointment.types.ts";

const AppointmentConnection = Connection("Appointment", () => Appointment);

@Resolver(() => Client)
export class AppointmentResolver {
  @FieldResolver(() => AppointmentConnection, {
    description: "The next one first; with `upcoming: false` the last one.",
  })
  appointments(@Args(() => AppointmentsArgs) _args: AppointmentsArgs): void {}

  @Query(() => AppointmentConnection, {
    name: "appointments",
    description: "With all clients: the next one first; with `upcoming: false` the last one.",
  })
  allAppointments(
    @Ctx() context: Context,
    @Args(() => AppointmentsArgs) _args: AppointmentsArgs,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.core.reader.read(appointmentList, info, viewerOf(context));
  }

  @Query(() => Appointment, { nullable: true })
  appointment(@Ctx() context: Context, @Arg("id", () => ID) _id: string, @Info() info: GraphQLResolveInfo) {
    return context.core.reader.read(appointmentById, info, viewerOf(context));
  }

  @Mutation(() => Appointment)
  createAppointment(
    @Ctx() context: Context,
    @Arg("clientId", () => ID) clientId: string,
    @Arg("input", () => AppointmentInput) input: AppointmentInput,
    @Info() info: GraphQLResolveInfo,
  ) {
    return createAppointment(context, clientId, input, (id, within) => readAppointment(context, info, id, within));
  }

  @Mutation(() => Appointment)
  updateAppointment(
    @Ctx() context: Context,
    @Arg("id", () => ID) id: string,
    @Arg("input", () => AppointmentInput) input: AppointmentInput,
    @Arg("expectedVersion", () => Int, { nullable: true, description: "The version the change was made on." })
    expectedVersion: number | null,
    @Info() info: GraphQLResolveInfo,
  ) {
    return updateAppointment(context, id, input, expectedVersion, (id, within) =>
      readAppointment(context, info, id, within),
    );
  }

  @Mutation(() => Appointment, { description: "It stays, marked as cancelled." })
  cancelAppointment(@Ctx() context: Context, @Arg("id", () => ID) id: string, @Info() info: GraphQLResolveInfo) {
    return cancelAppointment(context, id, (id, within) => readAppointment(context, info, id, within));
  }
}
