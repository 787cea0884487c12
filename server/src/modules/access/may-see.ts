import type { Role } from "@clientela/shared/permissions";
import { type Kysely, type RawBuilder, sql as raw } from "kysely";
import type { Core } from "../../context.ts";
import type { Database } from "../../database/tables.ts";
import { settingsOf } from "../settings/settings.cache.ts";
import { rightsOf } from "./rights.ts";
import { visibleTo } from "./visible.ts";

/** The facts about a person that decide which clients they see. */
interface Person {
  role: Role;
  teamIds: readonly string[];
}

/** Whether each of these people sees a row of `client`, decided by the same gate as their requests. */
export function seenBy(core: Pick<Core, "pool">, people: readonly Person[]): RawBuilder<boolean[]> {
  const sees = people.map((person) => visibleTo({ ...person, ...rightsOf(person.role, settingsOf(core).current) }));
  return raw`array[${raw.join(sees)}]::boolean[]`;
}

/** Which of these people see a client. */
export async function whoSees<P extends Person>(
  core: Pick<Core, "pool">,
  sql: Kysely<Database>,
  clientId: string,
  people: readonly P[],
): Promise<P[]> {
  if (people.length === 0) return [];
  const { rows } = await raw<{ sees: boolean[] }>`select ${seenBy(core, people)} as sees
    from client where client.id = ${clientId}`.execute(sql);
  return people.filter((_, index) => rows[0]?.sees[index]);
}
