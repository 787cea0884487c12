import type { GraphQLResolveInfo } from "graphql";
import { type Context, viewerOf } from "../../context.ts";
import type { Sender } from "../../core/read/reader.ts";
import { clientById } from "./client.queries.ts";

/** One client as an operation selects it, where no argument names it: after a mutation, or among what was found. */
export const readClient = (context: Context, info: GraphQLResolveInfo, id: string, within?: Sender) =>
  context.core.reader.read(clientById, info, viewerOf(context), { id }, within);
