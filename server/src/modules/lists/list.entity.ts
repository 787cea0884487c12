import { newsletterStates, newsletterStatuses } from "@clientela/shared/lists/words";
import { defineEntity, type OptionalProps, p } from "@mikro-orm/core";
import { Field, ID, InputType, ObjectType, registerEnumType } from "type-graphql";
import { enumOf } from "../../core/enum.ts";
import { Node } from "../../core/node.ts";
import { DateTime } from "../../core/scalars.ts";

export const NewsletterStatusEnum = enumOf(newsletterStatuses);
registerEnumType(NewsletterStatusEnum, {
  name: "NewsletterStatus",
  description: "How a client stands to newsletters as a whole.",
});
export const NewsletterStateEnum = enumOf(newsletterStates);
registerEnumType(NewsletterStateEnum, {
  name: "NewsletterState",
  description: "How a client stands to one newsletter; PENDING has not confirmed yet.",
});

const ClientListSchema = defineEntity({
  name: "ClientList",
  properties: {
    id: p.uuid().primary().defaultRaw("uuidv7()"),
    name: p.text(),
    newsletter: p.boolean().default(false),
  },
});

/** A named list of clients; of a newsletter they can unsubscribe. */
@ObjectType({ implements: Node, description: "A named list of clients; of a newsletter they can unsubscribe." })
export class ClientList extends ClientListSchema.class {
  declare [OptionalProps]?: "newsletter";

  @Field(() => ID)
  declare id: string;
  @Field(() => String)
  declare name: string;
  @Field(() => Boolean)
  declare newsletter: boolean;
}
ClientListSchema.setClass(ClientList);

/** How a client stands to one newsletter. */
@ObjectType({ description: "How a client stands to one newsletter." })
export class NewsletterSubscription {
  @Field(() => ClientList)
  list!: ClientList;
  @Field(() => NewsletterStateEnum)
  state!: keyof typeof NewsletterStateEnum;
  @Field(() => DateTime)
  since!: string;
}

@InputType()
export class ClientListInput {
  @Field(() => String, { nullable: true, description: "Required at first." })
  name?: string;
  @Field(() => Boolean, { nullable: true, description: "Fixed once the list has clients. Absent: a new list is none." })
  newsletter?: boolean | null;
}
