import { ArgsType, Field, Int, ObjectType } from "type-graphql";
import { ClientFilter } from "./client.inputs.ts";

/** A value to filter by, as it is most often written. */
@ObjectType({ description: "A value to filter by, as it is most often written." })
export class Facet {
  @Field(() => String)
  value!: string;
  @Field(() => Int, { description: "How many of the clients have it." })
  count!: number;
}

/** The values of a set of clients that can be filtered by. */
@ObjectType({ description: "The 100 most frequent values of each field, the most frequent first." })
export class ClientFacets {
  @Field(() => [Facet])
  countries!: Facet[];
  @Field(() => [Facet])
  regions!: Facet[];
  @Field(() => [Facet])
  cities!: Facet[];
  @Field(() => [Facet])
  languages!: Facet[];
}

@ArgsType()
export class FacetArgs {
  @Field(() => ClientFilter, {
    nullable: true,
    description: "Of the clients that match; leave out what the chosen values themselves belong to.",
  })
  filter?: ClientFilter | null;
}
