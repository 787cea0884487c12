import type { Permission } from "@clientela/shared/permissions";
import {
  type Session_SettingsFragment,
  type Session_ViewerFragment,
  useSessionQuery,
  useSettingsQuery,
} from "./session.generated.ts";

/** The signed-in person, and what the server says they may do: the admin derives no rule of its own. */
export interface SignedIn extends Session_ViewerFragment {
  can(permission: Permission): boolean;
}

/** The signed-in person, or null where nobody is. */
export function useMaybeViewer(): SignedIn | null {
  const { data } = useSessionQuery({ fetchPolicy: "cache-only" });
  const viewer = data?.viewer;
  return viewer ? { ...viewer, can: (permission) => viewer.permissions.includes(permission) } : null;
}

/**
 * The signed-in person, on pages inside the frame.
 * @throws outside the frame, where nobody has to be signed in.
 */
export function useViewer(): SignedIn {
  const viewer = useMaybeViewer();
  if (!viewer) throw new Error("useViewer is for pages inside the frame");
  return viewer;
}

/** The business's settings, loaded with the frame; undefined while nobody is signed in. */
export function useSettings(): Session_SettingsFragment | undefined {
  const { data } = useSettingsQuery({ fetchPolicy: "cache-only" });
  return data?.settings;
}
