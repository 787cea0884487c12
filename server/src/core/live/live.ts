import type { Logger } from "pino";
import { Connection, isRefusal } from "./connection.ts";
import { type Feed, type News, newsStatement } from "./feed.ts";
import { type Attendant, Followers } from "./followers.ts";
import { Troubles } from "./troubles.ts";

const COALESCE_MS = 25;
/** Foreign writers (a console, an older process) do not notify; this finds what they wrote. */
const POLL_MS = 1000;

/**
 * Tells this process what was committed anywhere, within a few milliseconds.
 *
 * Nothing notifies inside a writing transaction, for NOTIFY makes commits queue. The process that committed sends a
 * notification at once, and no two within 25 ms. Each process then reads its feeds on from its last snapshot. A row is
 * new if it is visible now and was not then. Commits out of order, long transactions and lost notifications leave no
 * gap.
 */
export class Live {
  private readonly feeds = new Map<Feed, Followers>();
  private readonly troubles: Troubles;
  private readonly connection: Connection;
  /** The last snapshot in which anything was read. */
  private snapshot: string | undefined;
  private reading: Promise<void> | undefined;
  private next: Promise<void> | undefined;
  /** Runs for a while after an announcement. */
  private quiet: NodeJS.Timeout | undefined;
  private untold = false;
  private poll: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(url: string, log: Pick<Logger, "warn" | "info">) {
    this.troubles = new Troubles(log);
    this.connection = new Connection(url, this.troubles, () => void this.catchUp());
  }

  async start(): Promise<void> {
    await this.connection.start();
    const { rows } = await this.connection.ask<{ now: string }>({ text: "select pg_current_snapshot()::text as now" });
    this.snapshot = rows[0]?.now as string;
    for (const followers of this.feeds.values()) followers.since = this.snapshot;
    this.poll = setInterval(() => void this.catchUp(), POLL_MS);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.poll);
    clearTimeout(this.quiet);
    await this.reading;
    await this.connection.stop();
  }

  /** Called after a commit. Tells every process, at once or soon and once for many. */
  committed(): void {
    this.untold = true;
    if (!this.quiet) this.announce();
  }

  private announce(): void {
    this.untold = false;
    this.connection.tellOthers();
    this.quiet = setTimeout(() => {
      this.quiet = undefined;
      if (this.untold) this.announce();
    }, COALESCE_MS);
  }

  /**
   * Resolves when this process knows everything committed before the call. If it cannot learn that, it is not
   * `current`.
   */
  catchUp(): Promise<void> {
    if (!this.reading) {
      this.reading = this.read().finally(() => {
        this.reading = undefined;
      });
      return this.reading;
    }
    this.next ??= this.reading.then(() => {
      this.next = undefined;
      return this.catchUp();
    });
    return this.next;
  }

  /** The ids added under a feed's key from now on until aborted, each once, in order of their commits. */
  follow(feed: Feed, key: string, signal: AbortSignal): AsyncIterable<string> {
    return this.followersOf(feed).follow(key, signal);
  }

  /** Runs before `catchUp` resolves and before anybody follows, whenever something under the key may have been added. */
  attend(feed: Feed, key: string, attendant: Attendant): void {
    this.followersOf(feed).attend(key, attendant);
  }

  /** Whether news arrive and were dealt with. If not, nothing kept in memory can be trusted to be current. */
  get current(): boolean {
    return this.connection.open && ![...this.feeds.values()].some(({ behind }) => behind);
  }

  /** For monitoring: what fails now, and how often anything failed since the start. */
  get health(): { current: boolean; failing: string[]; failures: number } {
    return { current: this.current, failing: this.troubles.parts, failures: this.troubles.failures };
  }

  private followersOf(feed: Feed): Followers {
    const known = this.feeds.get(feed) ?? new Followers(feed, this.troubles, this.snapshot);
    this.feeds.set(feed, known);
    return known;
  }

  private async read(): Promise<void> {
    if (!this.connection.open || this.stopped) return;
    try {
      await this.readAll();
      this.troubles.end("reading");
    } catch (error) {
      // A connection that is lost has told so itself.
      if (this.connection.open) this.troubles.begin("reading", error);
    }
  }

  /** In one statement; what fails, by itself, so that it holds back no other. */
  private async readAll(): Promise<void> {
    const all = [...this.feeds.keys()];
    const sound = all.filter(({ name }) => !this.troubles.has(name));
    const together = await this.readTogether(sound);
    for (const feed of together ? all.filter((one) => !sound.includes(one)) : all) await this.readAlone(feed);
  }

  private async readTogether(feeds: Feed[]): Promise<boolean> {
    try {
      await this.readOn(feeds);
      return true;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return false;
    }
  }

  private async readAlone(feed: Feed): Promise<void> {
    try {
      await this.readOn([feed]);
      this.troubles.end(feed.name);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      this.troubles.begin(feed.name, error);
      this.followersOf(feed).owe();
    }
  }

  private async readOn(feeds: Feed[]): Promise<void> {
    const wanted = feeds.map((feed) => {
      const { since, keys } = this.followersOf(feed);
      return { feed, since: since as string, keys };
    });
    const { rows } = await this.connection.ask<{ now: string; news: News[][] }>({
      ...newsStatement(wanted),
      // Feeds come and never go, so their number tells which statement it is.
      ...(feeds.length === this.feeds.size && { name: `live ${feeds.length}` }),
    });
    const { now, news } = rows[0] as { now: string; news: News[][] };
    for (const [index, feed] of feeds.entries())
      this.followersOf(feed).owe((news[index] as News[]).map(([key]) => key));
    await Promise.all([...this.feeds.values()].map((followers) => followers.tellAttendants()));
    this.snapshot = now;
    for (const [index, feed] of feeds.entries()) {
      const followers = this.followersOf(feed);
      followers.since = now;
      followers.tell(news[index] as News[]);
    }
  }
}
