import { Field, Int, ObjectType } from "type-graphql";
import { CalendarDate } from "../../core/scalars.ts";
import { ChannelEnum, ClientStats } from "../clients/client.types.ts";
import { User } from "../people/user.entity.ts";

/** People at clients. */
@ObjectType({ description: "The contacts of the clients that the viewer sees." })
export class ContactStats {
  @Field(() => Int)
  active!: number;
  @Field(() => Int)
  inactive!: number;
}

/** Clients by where they came from. */
@ObjectType()
export class ChannelCount {
  @Field(() => ChannelEnum)
  channel!: keyof typeof ChannelEnum;
  @Field(() => Int)
  clients!: number;
}

/** Clients by who looks after them. */
@ObjectType()
export class OwnerCount {
  @Field(() => User, { nullable: true, description: "Null: clients without an owner." })
  owner!: { id: string } | null;
  @Field(() => Int)
  clients!: number;
}

/** The clients that arrived in one month. */
@ObjectType()
export class Arrivals {
  @Field(() => CalendarDate, { description: "Its first day." })
  month!: string;
  @Field(() => Int, { description: "That are prospects today." })
  prospects!: number;
  @Field(() => Int, { description: "That are clients today." })
  clients!: number;
}

/** The figures of the business as one person may see them. */
@ObjectType({
  description:
    "The figures of the business as the viewer may see them. By source, owner and month they count prospects and clients, as a list does that is asked for no status.",
})
export class Dashboard {
  @Field(() => ClientStats)
  clients!: ClientStats;
  @Field(() => ContactStats)
  contacts!: ContactStats;
  @Field(() => [ChannelCount], { description: "The most frequent first; without those that have none." })
  bySource!: ChannelCount[];
  @Field(() => [OwnerCount], { description: "Who has most first; without those who have none." })
  byOwner!: OwnerCount[];
  @Field(() => [Arrivals], { description: "The last twelve months in the business's time zone, the oldest first." })
  arrivals!: Arrivals[];
}
