import { createHash } from "node:crypto";
import type { CompiledQuery } from "kysely";

/** About 16 MB of text and parameters, whatever the number of queries that clients think up. */
const MAX_WEIGHT = 8_000_000;
const WEIGHT_OF_PARAMETER = 100;
/** A prepared statement of a whole record takes about 100 kB on every connection that ran it, and never leaves it. */
const MAX_NAMED = 200;
/** One-off statements are not worth a name. */
const USES_BEFORE_NAMED = 2;

/** The written SQL of one shape of one root field. */
export interface Statement extends Pick<CompiledQuery, "sql" | "parameters"> {
  /** An argument that holds a cursor, the origin of a value that PostgreSQL cannot read. */
  cursor: string | undefined;
  uses: number;
}

/** Written statements, the least recently used of them forgotten first. */
export class StatementCache {
  private readonly statements = new Map<string, Statement>();
  private readonly named = new Map<string, string>();
  private weight = 0;

  constructor(private readonly maxWeight = MAX_WEIGHT) {}

  get size(): number {
    return this.statements.size;
  }

  /** The statement of a key, written if it is not there; nothing is kept when `write` throws. */
  get(key: string, write: () => Omit<Statement, "uses">): Statement {
    const found = this.statements.get(key);
    if (found) this.statements.delete(key);
    const statement = found ?? { ...write(), uses: 0 };
    if (!found) this.weight += weightOf(key, statement);
    this.statements.set(key, statement);
    if (!found) this.forget();
    statement.uses += 1;
    return statement;
  }

  /**
   * The name under which a statement is prepared, if it is used often enough and not too many are. It is a hash of the
   * text: PostgreSQL cuts longer names, and one name with two texts is an error.
   */
  nameOf({ sql, uses }: Statement): string | undefined {
    if (uses <= USES_BEFORE_NAMED) return undefined;
    const known = this.named.get(sql);
    if (known !== undefined || this.named.size >= MAX_NAMED) return known;
    const name = createHash("sha1").update(sql).digest("hex");
    this.named.set(sql, name);
    return name;
  }

  private forget(): void {
    for (const [key, statement] of this.statements) {
      if (this.weight <= this.maxWeight || this.statements.size === 1) return;
      this.statements.delete(key);
      this.weight -= weightOf(key, statement);
    }
  }
}

const weightOf = (key: string, { sql, parameters }: Statement) =>
  key.length + sql.length + parameters.length * WEIGHT_OF_PARAMETER;
