import type { NewsKind } from "../notifications/notify.ts";

export const taskAssigned: NewsKind = { kind: "TASK_ASSIGNED", about: "task_id", mayBeMailed: true };
export const taskDue: NewsKind = { kind: "TASK_DUE", about: "task_id", mayBeMailed: true };
