import type { ActivityIcon } from "@clientela/shared/timeline/rules";
import type { Pool } from "pg";
import { ReferenceTable } from "../../core/read/references.ts";

export interface ActivityKindRow {
  id: string;
  label: string;
  icon: ActivityIcon;
  color: string;
  archived: boolean;
}

export const activityKindReferences = (pool: Pool) => ({
  activityKinds: new ReferenceTable<ActivityKindRow>(
    pool,
    "select id, label, icon, color, archived_at is not null as archived from activity_kind order by fold(label), id",
  ),
});
