import { hash } from "node:crypto";
import type { Pool, PoolClient } from "pg";

/** A prepared statement of a whole record takes about 100 kB on every connection that ran it. */
const MAX_PREPARED = 200;
/** One-off statements are not worth a name. */
const FEWEST_USES = 3;
/** After so many uses, earlier ones count half: what was used much yesterday gives way. It bounds what is counted. */
const HALF_LIFE = 10_000;

/** PostgreSQL cuts longer names, and one name with two texts is an error. */
export const nameOf = (text: string): string => hash("sha1", text);

/** The statements that are worth being kept prepared: those used most. Their connections know of it by `closeUnused`. */
export class Prepared {
  private readonly uses = new Map<string, number>();
  private readonly kept = new Set<string>();
  private count = 0;

  /** Counts a use of a statement, and tells whether to send it by its name. */
  use(name: string): boolean {
    const uses = (this.uses.get(name) ?? 0) + 1;
    this.uses.set(name, uses);
    if (++this.count % HALF_LIFE === 0) this.halve();
    if (!this.kept.has(name) && uses >= FEWEST_USES && this.hasRoom(uses)) this.kept.add(name);
    return this.kept.has(name);
  }

  keeps(name: string): boolean {
    return this.kept.has(name);
  }

  /** The least used gives way to what is used twice as much: those of nearly equal use would take turns. */
  private hasRoom(uses: number): boolean {
    if (this.kept.size < MAX_PREPARED) return true;
    const usesOf = (name: string) => this.uses.get(name) ?? 0;
    const least = [...this.kept].reduce((a, b) => (usesOf(b) < usesOf(a) ? b : a));
    return uses > 2 * usesOf(least) && this.kept.delete(least);
  }

  private halve(): void {
    for (const [name, uses] of this.uses) {
      if (uses > 1) this.uses.set(name, uses >> 1);
      else this.uses.delete(name);
    }
  }
}

/** What `pg` keeps of a connection: it does not tell, and closes no prepared statement by itself. */
interface Connection {
  parsedStatements: Record<string, string>;
  parse(statement: { name?: string }): void;
  close(what: { type: "S"; name: string }): void;
}

/** A full connection closes what is no longer kept, just before it prepares a statement that is new to it. */
export function closeUnused(pool: Pool, prepared: Prepared): void {
  pool.on("connect", (client) => {
    const { connection } = client as PoolClient & { connection: Connection };
    const parse = connection.parse.bind(connection);
    connection.parse = (statement) => {
      const names = Object.keys(connection.parsedStatements);
      if (statement.name && names.length >= MAX_PREPARED) {
        for (const name of names.filter((one) => !prepared.keeps(one))) {
          connection.close({ type: "S", name });
          delete connection.parsedStatements[name];
        }
      }
      parse(statement);
    };
  });
}
