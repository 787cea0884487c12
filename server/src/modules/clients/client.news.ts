import type { NewsKind } from "../notifications/notify.ts";

export const clientAssigned: NewsKind = { kind: "CLIENT_ASSIGNED", mayBeMailed: false };
