import { countedUpTo, pageSize } from "@clientela/shared/paging";
import { ArgsType, type ClassType, Field, Int, ObjectType } from "type-graphql";

/** Where a page stands in its list. */
@ObjectType()
export class PageInfo {
  @Field(() => Boolean, { description: "Also true when `before` was given: what it names comes after this page." })
  hasNextPage!: boolean;
  @Field(() => Boolean, { description: "Also true when `after` was given: what it names comes before this page." })
  hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true })
  startCursor!: string | null;
  @Field(() => String, { nullable: true })
  endCursor!: string | null;
}

/** The arguments of every list; extend it with those of one. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: `How many from the start, at most ${pageSize.most}; ${pageSize.usual} when neither is given.`,
  })
  first?: number | null;
  @Field(() => String, { nullable: true, description: "Only what follows this cursor." })
  after?: string | null;
  @Field(() => Int, { nullable: true, description: `How many from the end, at most ${pageSize.most}.` })
  last?: number | null;
  @Field(() => String, { nullable: true, description: "Only what precedes this cursor." })
  before?: string | null;
}

/** A page of a list as GraphQL shows it. */
export interface Page<Node = unknown> {
  nodes: Node[];
  edges: { node: Node; cursor: string }[];
  pageInfo: PageInfo;
  totalCount: number;
}

/** The connection type of a node type, named `<name>Connection` with edges named `<name>Edge`. */
export function Connection<Node extends object>(name: string, node: () => ClassType<Node>): ClassType<Page<Node>> {
  @ObjectType(`${name}Edge`)
  class Edge {
    @Field(() => String)
    cursor!: string;
    @Field(node)
    node!: Node;
  }
  @ObjectType(`${name}Connection`)
  class NodeConnection implements Page<Node> {
    @Field(() => [node()])
    nodes!: Node[];
    @Field(() => [Edge])
    edges!: Edge[];
    @Field(() => PageInfo)
    pageInfo!: PageInfo;
    @Field(() => Int, {
      description: `Exact up to ${countedUpTo.toLocaleString("en")}; ${countedUpTo + 1} stands for more.`,
    })
    totalCount!: number;
  }
  return NodeConnection;
}
