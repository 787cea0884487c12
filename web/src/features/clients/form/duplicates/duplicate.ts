import { codeOf, refusalsOf } from "../../../../apollo/errors.ts";

/** The existing client that a refused one repeats; null inside where the viewer may not see it. */
export interface Duplicate {
  client: { id: string; name: string } | null;
}

/** What a DUPLICATE_CLIENT refusal says, or null for any other error [F126]. */
export function duplicateOf(error: unknown): Duplicate | null {
  if (codeOf(error) !== "DUPLICATE_CLIENT") return null;
  const found = refusalsOf(error)?.[0]?.extensions?.duplicates as Repeated[] | undefined;
  const visible = found?.find(({ clientId, name }) => clientId && name);
  return { client: visible ? { id: visible.clientId ?? "", name: visible.name ?? "" } : null };
}

interface Repeated {
  clientId: string | null;
  name: string | null;
}
