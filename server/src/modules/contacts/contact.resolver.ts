import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver } from "type-graphql";
import { type Context, viewerOf } from "../../context.ts";
import { Connection } from "../../core/read/connection.ts";
import { Client } from "../clients/client.entity.ts";
import { Contact } from "./contact.entity.ts";
import { contactPage, readContact } from "./contact.queries.ts";
import { addContact, setContactActive, updateContact } from "./contact.service.ts";
import { ContactInput, ContactPageArgs, ContactsArgs } from "./contact.types.ts";

const ContactConnection = Connection("Contact", () => Contact);

@Resolver(() => Client)
export class ContactResolver {
  @FieldResolver(() => [Contact], { description: "The primary one first, inactive ones last." })
  contacts(@Args(() => ContactsArgs) _args: ContactsArgs): void {}

  @Query(() => ContactConnection, { name: "contacts", description: "The people at all clients, by name." })
  contactPage(
    @Ctx() context: Context,
    @Args(() => ContactPageArgs) _args: ContactPageArgs,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.core.reader.read(contactPage, info, viewerOf(context));
  }

  @Mutation(() => Contact)
  addContact(
    @Ctx() context: Context,
    @Arg("clientId", () => ID) clientId: string,
    @Arg("input", () => ContactInput) input: ContactInput,
    @Info() info: GraphQLResolveInfo,
  ) {
    return addContact(context, clientId, input, (id, within) => readContact(context, info, id, within));
  }

  @Mutation(() => Contact)
  updateContact(
    @Ctx() context: Context,
    @Arg("id", () => ID) id: string,
    @Arg("input", () => ContactInput) input: ContactInput,
    @Arg("expectedVersion", () => Int, { nullable: true, description: "The version the change was made on." })
    expectedVersion: number | null,
    @Info() info: GraphQLResolveInfo,
  ) {
    return updateContact(context, id, input, expectedVersion, (id, within) => readContact(context, info, id, within));
  }

  @Mutation(() => Contact, {
    description:
      "When the primary contact is deactivated the active one that was added first becomes it; who is activated while there is none becomes it too.",
  })
  setContactActive(
    @Ctx() context: Context,
    @Arg("id", () => ID) id: string,
    @Arg("active", () => Boolean) active: boolean,
    @Info() info: GraphQLResolveInfo,
  ) {
    return setContactActive(context, id, active, (id, within) => readContact(context, info, id, within));
  }
}
