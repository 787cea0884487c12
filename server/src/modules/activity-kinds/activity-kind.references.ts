import type { ActivityIcon } from "@clientela/shared/timeline/rules";
import { ReferenceTable, reference } from "../../core/read/references.ts";

export interface ActivityKindRow {
  id: string;
  label: string;
  icon: ActivityIcon;
  color: string;
  archived: boolean;
}

export const activityKindsOf = reference(
  "kinds",
  (pool) =>
    new ReferenceTable<ActivityKindRow>(
      pool,
      "select id, label, icon, color, archived_at is not null as archived from activity_kind order by fold(label), id",
    ),
);
