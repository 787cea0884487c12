import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.ts";
import { uuidOrNull } from "../../core/scalars.ts";
import { usersOf } from "../people/people.references.ts";
import { findFieldUsage, findOptionFilters, findOptionUsage } from "./custom-field.queries.ts";
import { type CustomFieldRow, customFieldsOf } from "./custom-field.references.ts";
import {
  createCustomField,
  deleteCustomField,
  purgeCustomField,
  reorderCustomFields,
  restoreCustomField,
  updateCustomField,
} from "./custom-field.service.ts";
import { CustomField, CustomFieldInput, RenamedOption, UndoneRename } from "./custom-field.types.ts";
import { removeOption, renameOption, undoOptionChange } from "./option.service.ts";

@Resolver(() => CustomField)
export class CustomFieldResolver {
  @Query(() => [CustomField], { description: "Those in use, in their order." })
  customFields(@Ctx() { core }: Context): readonly CustomFieldRow[] {
    return customFieldsOf(core).active();
  }

  @FieldResolver()
  deletedBy(@Root() { deletedById }: CustomFieldRow, @Ctx() { core }: Context): object | null {
    return usersOf(core).get(deletedById);
  }

  @Query(() => Int, {
    description: "How many clients have a value: what deleting the field would hide, and purging it take away.",
  })
  customFieldUsage(@Ctx() context: Context, @Arg("id", () => ID) id: string): Promise<number> {
    return findFieldUsage(context, id);
  }

  @Query(() => Int, { description: "How many clients have an option: what renaming it would touch." })
  customFieldOptionUsage(
    @Ctx() context: Context,
    @Arg("id", () => ID) id: string,
    @Arg("option", () => String) option: string,
  ): Promise<number> {
    return findOptionUsage(context, id, option);
  }

  @Query(() => Int, { description: "How many saved filters, everyone's, name an option." })
  customFieldOptionFilters(
    @Ctx() context: Context,
    @Arg("id", () => ID) id: string,
    @Arg("option", () => String) option: string,
  ): Promise<number> {
    return findOptionFilters(context, id, option);
  }

  @Mutation(() => CustomField)
  async createCustomField(
    @Ctx() context: Context,
    @Arg("input", () => CustomFieldInput) input: CustomFieldInput,
  ): Promise<CustomFieldRow | null> {
    return shown(context, await createCustomField(context, input));
  }

  @Mutation(() => CustomField, { description: "What is absent or null in the input stays as it is." })
  async updateCustomField(
    @Ctx() context: Context,
    @Arg("id", () => ID) id: string,
    @Arg("input", () => CustomFieldInput) input: CustomFieldInput,
    @Arg("expectedVersion", () => Int, { nullable: true, description: "The version the change was made on." })
    expectedVersion: number | null,
  ): Promise<CustomFieldRow | null> {
    await updateCustomField(context, id, input, expectedVersion);
    return shown(context, id);
  }

  @Mutation(() => [CustomField], { description: "All fields in use, in their new order." })
  async reorderCustomFields(
    @Ctx() context: Context,
    @Arg("ids", () => [ID]) ids: string[],
  ): Promise<readonly CustomFieldRow[]> {
    await reorderCustomFields(context, ids);
    return customFieldsOf(context.core).active();
  }

  @Mutation(() => Boolean, { description: "What clients have in it is kept, but shown to nobody any more." })
  async deleteCustomField(@Ctx() context: Context, @Arg("id", () => ID) id: string): Promise<boolean> {
    await deleteCustomField(context, id);
    return true;
  }

  @Query(() => [CustomField], {
    description: "Those that were deleted and can be restored, and those that are just being purged.",
  })
  deletedCustomFields(@Ctx() { core }: Context): CustomFieldRow[] {
    return customFieldsOf(core).leaving();
  }

  @Mutation(() => CustomField, { description: "Brings a deleted field back with what clients have in it." })
  async restoreCustomField(@Ctx() context: Context, @Arg("id", () => ID) id: string): Promise<CustomFieldRow | null> {
    await restoreCustomField(context, id);
    return shown(context, id);
  }

  @Mutation(() => Boolean, { description: "Takes a deleted field's values off all clients, for good." })
  async purgeCustomField(@Ctx() context: Context, @Arg("id", () => ID) id: string): Promise<boolean> {
    await purgeCustomField(context, id);
    return true;
  }

  @Mutation(() => RenamedOption, { description: "In the field, every client and every saved filter at once." })
  async renameCustomFieldOption(
    @Ctx() context: Context,
    @Arg("id", () => ID) id: string,
    @Arg("from", () => String) from: string,
    @Arg("to", () => String) to: string,
    @Arg("expectedVersion", () => Int, { nullable: true, description: "The version the change was made on." })
    expectedVersion: number | null,
  ): Promise<RenamedOption> {
    const { fieldId, ...renamed } = await renameOption(context, id, { from, to, expectedVersion });
    return { ...renamed, customField: shown(context, fieldId) as CustomFieldRow };
  }

  @Mutation(() => RenamedOption, {
    description:
      "Takes an option away. Clients and saved filters get the replacement in its place. If that is absent, clients get none, and saved filters name it only where they would otherwise match more clients.",
  })
  async removeCustomFieldOption(
    @Ctx() context: Context,
    @Arg("id", () => ID) id: string,
    @Arg("option", () => String) option: string,
    @Arg("replacement", () => String, { nullable: true }) replacement: string | null,
    @Arg("expectedVersion", () => Int, { nullable: true, description: "The version the change was made on." })
    expectedVersion: number | null,
  ): Promise<RenamedOption> {
    const change = { option, replacement: replacement ?? null, expectedVersion };
    const { fieldId, ...removed } = await removeOption(context, id, change);
    return { ...removed, customField: shown(context, fieldId) as CustomFieldRow };
  }

  @Mutation(() => UndoneRename, {
    description: "Renaming or taking away, for ten minutes, while nobody changed the field again.",
  })
  async undoRenameCustomFieldOption(
    @Ctx() context: Context,
    @Arg("operationId", () => ID) operationId: string,
  ): Promise<UndoneRename> {
    const { fieldId, ...undone } = await undoOptionChange(context, operationId);
    return { ...undone, customField: shown(context, fieldId) as CustomFieldRow };
  }
}

const shown = ({ core }: Context, id: string) => customFieldsOf(core).get(uuidOrNull(id));
