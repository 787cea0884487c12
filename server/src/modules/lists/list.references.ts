import { ReferenceTable, reference } from "../../core/read/references.ts";

export interface ClientListRow {
  id: string;
  name: string;
  newsletter: boolean;
}

export const listsOf = reference(
  "lists",
  (pool) =>
    new ReferenceTable<ClientListRow>(pool, "select id, name, newsletter from client_list order by fold(name), id"),
);
