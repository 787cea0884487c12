import { foldText } from "@clientela/shared/normalize/fold";
import { type RawBuilder, type SqlBool, sql } from "kysely";
import { type Context, viewerOf } from "../../context.ts";
import { visibleTo } from "../access/visible.ts";

/** How alike two names must be: 1 is the same words in any order, one wrong letter in three words is about 0.6. */
const ALIKE = 0.6;
const MAX_NAMES = 3;
/** Names before and after in the alphabet that are looked at. */
const NEIGHBOURS = 30;
/** Names whose words all begin alike that are looked at. */
const CANDIDATES = 200;
const MIN_LENGTH = 4;
/** Letters that a word must share with a word of a similar name: the index knows three. */
const BEGINNING = 3;

export interface SimilarName {
  clientId: string;
  exact: boolean;
}

/**
 * Clients whose name is, or resembles, this one. First come the neighbours in the alphabet: they cost nothing, and have
 * names that are shorter or longer. If none fits, names are tried whose words all begin like words of this one. Both
 * look at a bounded number of rows, for a name of frequent words resembles a tenth of all clients.
 */
export async function similarNames(
  context: Context,
  name: string,
  condition: RawBuilder<SqlBool>,
): Promise<SimilarName[]> {
  const folded = foldText(name).trim();
  if (folded.length < MIN_LENGTH) return [];
  // The limits are written out: with a parameter the planner assumes a tenth of all clients.
  const neighbours = await best(
    context,
    name,
    sql`
    (select * from client where client.deleted_at is null and fold(client.name) >= fold(${name})
      order by fold(client.name), client.id limit ${sql.lit(NEIGHBOURS)})
    union all
    (select * from client where client.deleted_at is null and fold(client.name) < fold(${name})
      order by fold(client.name) desc, client.id desc limit ${sql.lit(NEIGHBOURS)})`,
    condition,
  );
  if (neighbours.length > 0) return neighbours;
  const beginnings = [...new Set(folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= BEGINNING))];
  // One frequent beginning alone is a tenth of the index, and names that go on with it are neighbours already.
  if (beginnings.length < 2) return [];
  const alike = beginnings.slice(0, 6).map((word) => sql`client.search like ${`% ${word.slice(0, BEGINNING)}%`}`);
  return best(
    context,
    name,
    sql`
    select * from client where client.deleted_at is null and ${sql.join(alike, sql` and `)} limit ${sql.lit(CANDIDATES)}`,
    condition,
  );
}

async function best(
  { core, ...context }: Context,
  name: string,
  candidates: RawBuilder<unknown>,
  condition: RawBuilder<SqlBool>,
): Promise<SimilarName[]> {
  const { rows } = await sql<SimilarName>`
    with candidates as materialized (${candidates})
    select client.id as "clientId", fold(client.name) = fold(${name}) as exact
    from candidates client, similarity(fold(client.name), fold(${name})) alike
    where alike >= ${ALIKE} and ${condition} and ${visibleTo(viewerOf(context))}
    order by alike desc, client.id limit ${sql.lit(MAX_NAMES)}`.execute(core.db);
  return rows;
}
