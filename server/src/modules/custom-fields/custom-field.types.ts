import { type CustomFieldType, customFieldTypes } from "@clientela/shared/custom-fields/types";
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { Node } from "../../core/node.ts";
import { DateTime, Json } from "../../core/scalars.ts";
import { User } from "../people/user.entity.ts";

export const CustomFieldTypeEnum = Object.fromEntries(customFieldTypes.map((type) => [type, type])) as {
  [T in CustomFieldType]: T;
};
registerEnumType(CustomFieldTypeEnum, {
  name: "CustomFieldType",
  description: "EMAIL and PHONE are contact data, hidden from whom contact data is hidden.",
});

export const FieldOperatorEnum = {
  EQ: "EQ",
  NEQ: "NEQ",
  IN: "IN",
  CONTAINS: "CONTAINS",
  GT: "GT",
  GTE: "GTE",
  LT: "LT",
  LTE: "LTE",
  IS_SET: "IS_SET",
  IS_NOT_SET: "IS_NOT_SET",
} as const;
export type FieldOperator = keyof typeof FieldOperatorEnum;
registerEnumType(FieldOperatorEnum, { name: "FieldOperator" });

@ObjectType({ description: "How far work on the clients that have a value of a field has come." })
export class CustomFieldWork {
  @Field(() => Int)
  done!: number;
  @Field(() => Int)
  total!: number;
}

/** A field of clients that the business defined itself. */
@ObjectType({ implements: Node, description: "A field of clients that the business defined itself." })
export class CustomField extends Node {
  @Field(() => ID)
  declare id: string;
  @Field(() => String, { description: "Its name in `customFields`; never changes and is never used again." })
  key!: string;
  @Field(() => String)
  label!: string;
  @Field(() => CustomFieldTypeEnum)
  type!: CustomFieldType;
  @Field(() => [String], { description: "Of SELECT and MULTI_SELECT, in their order; empty otherwise." })
  options!: string[];
  @Field(() => Boolean, { description: "Whether a person has to give it; programs may leave it out." })
  required!: boolean;
  @Field(() => Boolean, { description: "Whether the search box finds clients by it." })
  searchable!: boolean;
  @Field(() => Int, { description: "Its place among the fields, from 0." })
  position!: number;
  @Field(() => Int, { description: "Grows with each change; see `expectedVersion`." })
  version!: number;
  @Field(() => CustomFieldWork, {
    nullable: true,
    description: "While the search box is only getting to know its values, or a purged field's are taken off clients.",
  })
  work!: CustomFieldWork | null;
  @Field(() => DateTime, { nullable: true, description: "Null while it is in use." })
  deletedAt!: string | null;
  @Field(() => User, { nullable: true, description: "Who deleted it." })
  deletedBy?: object | null;
  @Field(() => Boolean, { description: "Whether its values are gone for good, or just being taken off clients." })
  purged!: boolean;
}

@InputType()
export class CustomFieldInput {
  @Field(() => String, {
    nullable: true,
    description: "A letter, then letters, digits and _; made from the label when absent. Cannot be changed.",
  })
  key?: string | null;
  @Field(() => String)
  label!: string;
  @Field(() => CustomFieldTypeEnum, { description: "Cannot be changed once a client has a value." })
  type!: CustomFieldType;
  @Field(() => [String], {
    nullable: true,
    description:
      "All options, in their order. One that clients have cannot be left out; see `removeCustomFieldOption`.",
  })
  options?: string[] | null;
  @Field(() => Boolean, { nullable: true })
  required?: boolean | null;
  @Field(() => Boolean, { nullable: true })
  searchable?: boolean | null;
}

/** What renaming an option, or taking it away, did. */
@ObjectType({ description: "What renaming an option, or taking it away, did." })
export class RenamedOption {
  @Field(() => CustomField)
  customField!: object;
  @Field(() => Int, { description: "How many clients had the option." })
  affected!: number;
  @Field(() => Int, { description: "How many saved filters named it." })
  savedFilters!: number;
  @Field(() => ID, { nullable: true, description: "For `undoRenameCustomFieldOption`; null when nothing was to do." })
  operationId!: string | null;
  @Field(() => DateTime, { nullable: true })
  undoableUntil!: Date | null;
}

/** What taking a renaming back did. */
@ObjectType()
export class UndoneRename {
  @Field(() => CustomField)
  customField!: object;
  @Field(() => Int, { description: "How many clients have the option under its former name again." })
  restored!: number;
  @Field(() => Int, { description: "How many fewer these are than when it was renamed." })
  skipped!: number;
}

@InputType({
  description:
    "A condition on a custom field. Texts, choices, numbers and days compare with EQ, NEQ (also true without a value) " +
    "and IN (a list), numbers and days with GT to LTE, texts with CONTAINS (accents and case ignored). Several choices: " +
    "EQ and CONTAINS are true when all given ones are chosen, IN when any is.",
})
export class CustomFieldCondition {
  @Field(() => String)
  key!: string;
  @Field(() => FieldOperatorEnum)
  operator!: FieldOperator;
  @Field(() => Json, { nullable: true, description: "As in `customFields`; a list of these for IN." })
  value?: unknown;
}
