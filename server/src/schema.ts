import "reflect-metadata";
import { may } from "@clientela/shared/permissions";
import { defaultFieldResolver, type GraphQLSchema } from "graphql";
import { buildSchema, type ClassType, getMetadataStorage, type PubSub } from "type-graphql";
import type { Context } from "./context.ts";
import { badInput, forbidden, unauthenticated } from "./core/errors.ts";
import { attachProjections } from "./core/read/attach.ts";
import type { RootAccess, RootField } from "./module.ts";
import { modules, orphanedTypes, resolvers, rootAccess } from "./modules/registry.ts";

/** TypeGraphQL asks for one; our subscriptions read the ledger instead. */
const unused: PubSub = {
  publish: () => {},
  subscribe: () => {
    throw new Error("A subscription without a `subscribe` of its own");
  },
};

/** The whole schema, its reads compiled from projections and its root fields closed to whom they are not for. */
export async function createSchema(): Promise<GraphQLSchema> {
  // A field without a resolver is its property; TypeGraphQL's own way there is longer, and the read core cannot see it.
  for (const type of getMetadataStorage().objectTypes) type.simpleResolvers = true;
  const schema = await buildSchema({
    resolvers: resolvers as [ClassType],
    orphanedTypes,
    pubSub: unused,
    validate: false,
  });
  attachProjections(schema, modules);
  closeRootFields(schema);
  return schema;
}

function closeRootFields(schema: GraphQLSchema): void {
  for (const type of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]) {
    for (const [name, field] of Object.entries(type?.getFields() ?? {})) {
      const access = rootAccess[`${type?.name}.${name}` as RootField];
      if (!access) throw new Error(`${type?.name}.${name} is not in the access of its <noun>.module.ts`);
      const { resolve = defaultFieldResolver, subscribe } = field;
      field.resolve = (root, args, context: Context, info) => {
        admit(context, access);
        refuseUnstorable(args, [], info.operation.operation === "mutation");
        return resolve(root, args, context, info) as unknown;
      };
      if (!subscribe) continue;
      field.subscribe = (root, args, context: Context, info) => {
        admit(context, access);
        refuseUnstorable(args, [], false);
        return subscribe(root, args, context, info) as unknown;
      };
    }
  }
}

/** @throws UNAUTHENTICATED, FORBIDDEN */
function admit({ viewer }: Context, access: RootAccess): void {
  if (access === "public") return;
  if (!viewer) throw unauthenticated();
  const { person, permission } =
    typeof access === "object"
      ? access
      : access === "person"
        ? { person: true, permission: undefined }
        : { person: false, permission: access };
  if (person && viewer.kind !== "user") throw forbidden("errors.apiKeyNotAllowed");
  if (permission && !may(viewer.role, permission)) throw forbidden();
}

const MAX_DEPTH = 50;
const MAX_SHOWN = 3;

/**
 * PostgreSQL's texts cannot hold NUL, and hold half a character only as a mark. A text with half a character is refused
 * if it is to be kept, not if it is only searched for. Values may nest only as deep as forms do, for each level is one
 * call deeper.
 * @throws BAD_USER_INPUT with the path of the text, which begins inside of `input`
 */
function refuseUnstorable(value: unknown, path: string[], kept: boolean): void {
  if (path.length > MAX_DEPTH) throw badInput({ path: path.slice(0, MAX_SHOWN).join("."), key: "errors.invalid" });
  if (typeof value === "string") {
    if (value.includes("\0") || (kept && !value.isWellFormed())) {
      throw badInput({ path: path.join("."), key: "errors.invalid" });
    }
  } else if (value !== null && typeof value === "object") {
    for (const [key, inner] of Object.entries(value)) {
      refuseUnstorable(inner, key === "input" ? path : [...path, key], kept);
    }
  }
}
