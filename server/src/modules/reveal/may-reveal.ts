import { may } from "@clientela/shared/permissions";
import type { Viewer } from "../../core/viewer.ts";
import type { Settings } from "../settings/settings.entity.ts";

/** Whether a viewer may have hidden contact data revealed: agents only while the setting allows it. */
export const mayReveal = (
  { role }: Pick<Viewer, "role">,
  { agentsMayRevealContactData }: Pick<Settings, "agentsMayRevealContactData">,
): boolean => may(role, "contactData.reveal") && (role !== "AGENT" || agentsMayRevealContactData);
