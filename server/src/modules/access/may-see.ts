import type { Role } from "@clientela/shared/permissions";
import { type Kysely, type RawBuilder, sql as raw } from "kysely";
import type { Core } from "../../context.ts";
import type { Database } from "../../database/tables.ts";
import { rightsOf } from "./rights.ts";
import { visibleTo } from "./visible.ts";

/** Of a person what decides which clients they see. */
interface Person {
  role: Role;
  teamIds: readonly string[];
}

/** Of a row of `client`: whether each of these people sees it, decided by the very gate that their requests go through. */
export function seenBy({ references }: Pick<Core, "references">, people: readonly Person[]): RawBuilder<boolean[]> {
  const sees = people.map((person) => visibleTo({ ...person, ...rightsOf(person.role, references.settings.current) }));
  return raw`array[${raw.join(sees)}]::boolean[]`;
}

/** Which of these people see a client. */
export async function whoSees<P extends Person>(
  core: Pick<Core, "references">,
  sql: Kysely<Database>,
  clientId: string,
  people: readonly P[],
): Promise<P[]> {
  if (people.length === 0) return [];
  const { rows } = await raw<{ sees: boolean[] }>`select ${seenBy(core, people)} as sees
    from client where client.id = ${clientId}`.execute(sql);
  return people.filter((_, index) => rows[0]?.sees[index]);
}
