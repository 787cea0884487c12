/** Of how a backup is written; raised when an older Clientela could not read it any more. */
export const FORMAT = 1;

/** What a backup begins with. */
export interface Header {
  format: number;
  madeAt: string;
  /** The migrations that had made the database, in their order. */
  migrations: string[];
  /** The columns of each table's rows, in the order in which they are written. */
  tables: Record<string, string[]>;
}

/** What a backup ends with. */
export interface Summary {
  /** Rows of each table. */
  rows: Record<string, number>;
  files: number;
  /** Keys of files whose bytes were taken away for good while the backup was made. */
  gone: string[];
}

/**
 * Tables that are not kept: who has a copy of the data is nobody's session, a link that was asked for on one machine does
 * not open another, and failed tries are counted anew. Migrations are made, not copied.
 */
export const LEFT_OUT = ["session", "known_browser", "password_reset", "set_up", "rate_limit", "mikro_orm_migrations"];
