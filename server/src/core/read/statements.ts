import type { CompiledQuery } from "kysely";
import { nameOf, Prepared } from "../../database/prepared.ts";

/** About 16 MB of text and parameters, whatever the number of queries that clients think up. */
const MAX_WEIGHT = 8_000_000;
const WEIGHT_OF_PARAMETER = 100;

/** The written SQL of one shape of one root field. */
export interface Statement extends Pick<CompiledQuery, "sql" | "parameters"> {
  /** An argument that holds a cursor, the origin of a value that PostgreSQL cannot read. */
  cursor: string | undefined;
  name: string;
}

/** Written statements, the least recently used of them forgotten first. */
export class StatementCache {
  private readonly statements = new Map<string, Statement>();
  private weight = 0;

  constructor(
    private readonly prepared = new Prepared(),
    private readonly maxWeight = MAX_WEIGHT,
  ) {}

  get size(): number {
    return this.statements.size;
  }

  /** The statement of a key, written if it is not there; nothing is kept when `write` throws. */
  get(key: string, write: () => Omit<Statement, "name">): Statement {
    const found = this.statements.get(key);
    if (found) {
      this.statements.delete(key);
      this.statements.set(key, found);
      return found;
    }
    const written = write();
    const statement = { ...written, name: nameOf(written.sql) };
    this.weight += weightOf(key, statement);
    this.statements.set(key, statement);
    this.forget();
    return statement;
  }

  /** The name to send a statement by, if it is used often enough to be kept prepared. */
  nameOf({ name }: Statement): string | undefined {
    return this.prepared.use(name) ? name : undefined;
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
