import { permissionsOf } from "@clientela/shared/permissions";
import type { Context } from "../../context.ts";
import type { ViewerType } from "./access.types.ts";

/** The viewer as GraphQL shows it, or null when signed out. */
export function shownViewer({ viewer, core }: Context): ViewerType | null {
  const user = viewer && core.references.users.get(viewer.userId);
  return user && { user, role: viewer.role, permissions: permissionsOf(viewer.role) };
}
