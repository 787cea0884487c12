import { within } from "../within.ts";
import type { Feed, News } from "./feed.ts";
import type { Troubles } from "./troubles.ts";

/** An attendant that does not end by then counts as failed. */
const ATTEND_LIMIT_MS = 20_000;

export type Attendant = () => Promise<void> | void;

/** One who follows a key. Node's `on` would hold two rings of 2,048 places for each, 33 kB. */
interface Follower {
  untold: string[];
  wake(): void;
}

/** The followers of one feed. */
export class Followers {
  private readonly followers = new Map<string, Set<Follower>>();
  private readonly attendants = new Map<string, Attendant[]>();
  /** Keys whose attendants have yet to be told, or failed: they are told with the next news. */
  private readonly owed = new Set<string>();

  /** @param since the snapshot up to which they have been told */
  constructor(
    private readonly feed: Feed,
    private readonly troubles: Troubles,
    public since: string | undefined,
  ) {}

  follow(key: string, signal: AbortSignal): AsyncIterable<string> {
    const follower = { untold: [], wake: () => {} };
    if (!signal.aborted) this.add(key, follower, signal);
    return read(follower, signal);
  }

  private add(key: string, follower: Follower, signal: AbortSignal): void {
    const ofKey = this.followers.get(key) ?? new Set();
    this.followers.set(key, ofKey.add(follower));
    const leave = () => {
      ofKey.delete(follower);
      if (ofKey.size === 0) this.followers.delete(key);
      follower.wake();
    };
    signal.addEventListener("abort", leave, { once: true });
  }

  attend(key: string, attendant: Attendant): void {
    this.attendants.set(key, [...(this.attendants.get(key) ?? []), attendant]);
  }

  /** What somebody waits for. */
  get keys(): string[] {
    return [...this.attendants.keys(), ...this.followers.keys()];
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
    for (const [key, id] of news) {
      for (const follower of this.followers.get(key) ?? []) {
        follower.untold.push(id);
        follower.wake();
      }
    }
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

async function* read(follower: Follower, signal: AbortSignal): AsyncGenerator<string, void> {
  while (!signal.aborted) {
    const id = follower.untold.shift();
    if (id !== undefined) yield id;
    else {
      await new Promise<void>((resolve) => {
        follower.wake = resolve;
      });
    }
  }
}
