import type { Permission } from "@clientela/shared/permissions";
import type { EntityClass } from "@mikro-orm/core";
import type { Request, Response, Router } from "express";
import type { ClassType } from "type-graphql";
import type { ClientColumn } from "./client-column.ts";
import type { Context, Core } from "./context.ts";
import type { Job, Recurring } from "./core/jobs.ts";
import type { AddedMember, Readable } from "./core/read/attach.ts";
import type { Reference } from "./core/read/references.ts";
import type { OperationKind } from "./modules/operations/operation.kind.ts";

/** Who may call a root field: anyone, a signed-in person (no API key), or a viewer or person with a permission. */
export type RootAccess = "public" | "person" | Permission | { person: true; permission: Permission };

export type RootField = `${"Query" | "Mutation" | "Subscription"}.${string}`;

/** What a module brings; `<noun>.module.ts` says it and modules/registry.ts lists it. */
export interface Module extends Readable {
  entities?: EntityClass<object>[];
  resolvers?: ClassType[];
  /** Object types that it adds to another module's interface, by the interface's name. */
  members?: Record<string, readonly (AddedMember & { type: ClassType })[]>;
  /** What it keeps in memory. */
  references?: Reference[];
  /** Who may call each root field. */
  access?: Record<RootField, RootAccess>;
  /** Work outside of requests that is asked for by name. */
  jobs?: Job<Core, object>[];
  /** Work that is due again and again. */
  recurring?: Recurring<Core>[];
  /** Kinds of long work. */
  operations?: OperationKind<object>[];
  /** Plain HTTP beside GraphQL, by the path it is under. */
  routes?: Record<`/${string}`, Routes>;
  /** What refers to a client, and how it is merged; erasing and export will ask here too. */
  hangsOnClient?: ClientColumn[];
}

/** @param contextFor who asks, from a request's credential */
export type Routes = (core: Core, contextFor: ContextFor) => Router;
export type ContextFor = (request: Request, response: Response) => Promise<Context>;

type Lists = "entities" | "resolvers" | "references" | "jobs" | "recurring" | "operations" | "hangsOnClient";
type Records = "access" | "routes";

/** What all modules bring of one part. */
export const listed = <Part extends Lists>(modules: readonly Module[], part: Part): NonNullable<Module[Part]> =>
  modules.flatMap((module) => (module[part] ?? []) as never[]) as never;

/** @throws Error when two modules bring the same name */
export function merged<Part extends Records>(modules: readonly Module[], part: Part): NonNullable<Module[Part]> {
  const all: Record<string, unknown> = {};
  for (const module of modules) {
    for (const [name, value] of Object.entries(module[part] ?? {})) {
      if (name in all) throw new Error(`${name} is in the ${part} of two modules`);
      all[name] = value;
    }
  }
  return all as NonNullable<Module[Part]>;
}
