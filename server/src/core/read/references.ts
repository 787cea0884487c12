import type { Pool } from "pg";
import type { Feed } from "../live/feed.ts";
import { onceFor } from "../once-for.ts";

/** What triggers note when one of these tables changed. Its keys are the topics that they are created with. */
export const referenceFeed: Feed = { name: "references", table: "reference_change", key: "topic" };

/** What a process keeps in memory, asked for as `tagsOf(core)`. */
export interface Reference<Kept extends Refreshed = Refreshed> {
  (core: { pool: Pool }): Kept;
  /** It is read again when triggers note this. */
  readonly topic: string;
}
interface Refreshed {
  refresh(): Promise<void>;
}

/** Declares what is kept in memory. It is read once its module lists it. */
export function reference<Kept extends Refreshed>(topic: string, make: (pool: Pool) => Kept): Reference<Kept> {
  const keptFor = onceFor(make);
  return Object.assign(({ pool }: { pool: Pool }) => keptFor(pool), { topic });
}

/** A small table kept in memory (users, teams, tags): what a list shows of it needs no join. */
export class ReferenceTable<Row extends { id: string }> {
  /** Another object after each refresh. */
  protected rows: ReadonlyMap<string, Row> = new Map<string, Row>();
  private asked = 0;
  private answered = 0;

  /** @param select the rows in the order that `list` gives them */
  constructor(
    private readonly pool: Pick<Pool, "query">,
    private readonly select: string,
  ) {}

  /** Reads the table again; when several readings overlap, the one that began last prevails. */
  async refresh(): Promise<void> {
    const turn = ++this.asked;
    const { rows } = await this.pool.query<Row>(this.select);
    if (turn < this.answered) return;
    this.answered = turn;
    this.rows = new Map(rows.map((row) => [row.id, row]));
  }

  get(id: string | null): Row | null {
    return id === null ? null : (this.rows.get(id) ?? null);
  }

  /** The rows of these ids in their order; ids that are gone are left out. */
  getAll(ids: readonly string[] | null): Row[] {
    return (ids ?? []).flatMap((id) => this.rows.get(id) ?? []);
  }

  list(): Row[] {
    return [...this.rows.values()];
  }
}
