import { usualListSettings } from "@clientela/shared/clients/columns";
import { permissionsOf } from "@clientela/shared/permissions";
import type { Context } from "../../context.ts";
import { mayReveal } from "../access/rights.ts";
import { settingsOf } from "../settings/settings.cache.ts";
import { usersOf } from "./people.references.ts";
import type { ViewerType } from "./people.types.ts";

/** The viewer as GraphQL shows it, or null when signed out. */
export function shownViewer({ viewer, core }: Context): ViewerType | null {
  const user = viewer && usersOf(core).get(viewer.userId);
  if (!user) return null;
  const reveals = mayReveal(viewer, settingsOf(core).current);
  const permissions = permissionsOf(viewer.role).filter((name) => reveals || name !== "contactData.reveal");
  return { user, role: viewer.role, permissions, clientList: user.clientList ?? usualListSettings };
}
