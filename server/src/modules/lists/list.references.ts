import type { Pool } from "pg";
import { ReferenceTable } from "../../core/read/references.ts";

export interface ClientListRow {
  id: string;
  name: string;
  newsletter: boolean;
}

export const listReferences = (pool: Pool) => ({
  lists: new ReferenceTable<ClientListRow>(
    pool,
    "select id, name, newsletter from client_list order by fold(name), id",
  ),
});
