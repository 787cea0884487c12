import { EventEmitter, on } from "node:events";
import { within } from "../within.ts";
import type { Feed, News } from "./feed.ts";
import type { Troubles } from "./troubles.ts";

/** An attendant that does not end by then counts as failed. */
const ATTEND_LIMIT_MS = 20_000;

export type Attendant = () => Promise<void> | void;

/** The followers of one feed. */
export class Followers {
  private readonly emitter = new EventEmitter().setMaxListeners(0);
  private readonly attendants = new Map<string, Attendant[]>();
  /** Keys whose attendants have yet to be told, or failed: they are told with the next news. */
  private readonly owed = new Set<string>();

  /** @param since the snapshot up to which they have been told */
  constructor(
    private readonly feed: Feed,
    private readonly troubles: Troubles,
    public since: string | undefined,
  ) {}

  follow(key: string, signal: AbortSignal): AsyncIterable<[id: string]> {
    return on(this.emitter, key, { signal }) as unknown as AsyncIterable<[id: string]>;
  }

  attend(key: string, attendant: Attendant): void {
    this.attendants.set(key, [...(this.attendants.get(key) ?? []), attendant]);
  }

  /** What somebody waits for. `on` listens for errors as well, and "error" is no key. */
  get keys(): string[] {
    return [...this.attendants.keys(), ...(this.emitter.eventNames() as string[]).filter((name) => name !== "error")];
  }

  get behind(): boolean {
    return this.owed.size > 0;
  }

  /** Anything that attendants wait for may have changed: nobody could read what did. */
  owe(keys: Iterable<string> = this.attendants.keys()): void {
    for (const key of keys) if (this.attendants.has(key)) this.owed.add(key);
  }

  /** One key whose attendants fail, or do not end, holds back no other. */
  async tellAttendants(): Promise<void> {
    await Promise.all([...this.owed].map((key) => this.tellAttendantsOf(key)));
  }

  tell(news: News[]): void {
    for (const [key, id] of news) this.emitter.emit(key, id);
  }

  private async tellAttendantsOf(key: string): Promise<void> {
    const part = `${this.feed.name}.${key}`;
    try {
      const told = (this.attendants.get(key) ?? []).map(async (attendant) => attendant());
      await within(ATTEND_LIMIT_MS, Promise.all(told));
      this.owed.delete(key);
      this.troubles.end(part);
    } catch (error) {
      this.troubles.begin(part, error);
    }
  }
}
