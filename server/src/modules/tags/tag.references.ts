import { ReferenceTable, reference } from "../../core/read/references.ts";

export interface TagRow {
  id: string;
  name: string;
  color: string;
}

export const tagsOf = reference(
  "tags",
  (pool) => new ReferenceTable<TagRow>(pool, "select id, name, color from tag order by fold(name), id"),
);
