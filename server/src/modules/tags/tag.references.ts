import type { Pool } from "pg";
import { ReferenceTable } from "../../core/read/references.ts";

export interface TagRow {
  id: string;
  name: string;
  color: string;
}

export const tagReferences = (pool: Pool) => ({
  tags: new ReferenceTable<TagRow>(pool, "select id, name, color from tag order by fold(name), id"),
});
