import type { Core } from "../../context.ts";
import { onceFor } from "../../core/once-for.ts";
import type { OperationKind } from "./operation.kind.ts";

const known = onceFor((_core: Core) => new Map<string, OperationKind<object>>());

/** @throws Error when two kinds have one name, for the server must not start with them */
export function declareKinds(core: Core, kinds: readonly OperationKind<object>[]): void {
  for (const kind of kinds) {
    if (known(core).has(kind.name)) throw new Error(`${kind.name} is the name of two kinds of operation`);
    known(core).set(kind.name, kind);
  }
}

export const kindOf = (core: Core, name: string): OperationKind<object> | undefined => known(core).get(name);
