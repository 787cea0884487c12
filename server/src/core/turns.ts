import { AppError } from "./errors.ts";

/** The most that wait for a turn: each request is held in memory. */
const MOST_WAITING = 200;

interface Line {
  running: number;
  waiting: (() => void)[];
}

/** Lets each person do only so much at once; the rest waits, so that others come in between. */
export class Turns {
  private readonly lines = new Map<string, Line>();

  constructor(private readonly atOnce: number) {}

  /**
   * Resolves when it is this one's turn; the answered function ends the turn.
   * @throws RATE_LIMITED when too many wait already
   */
  async take(person: string): Promise<() => void> {
    const line = this.lines.get(person) ?? { running: 0, waiting: [] };
    this.lines.set(person, line);
    if (line.running < this.atOnce) line.running++;
    else if (line.waiting.length < MOST_WAITING) await new Promise<void>((resolve) => line.waiting.push(resolve));
    else throw new AppError("RATE_LIMITED", { key: "errors.tooManyOpen", params: { max: this.atOnce + MOST_WAITING } });
    return () => this.pass(person, line);
  }

  /** Does it when it is this one's turn. */
  async run<T>(person: string, work: () => Promise<T>): Promise<T> {
    const done = await this.take(person);
    try {
      return await work();
    } finally {
      done();
    }
  }

  /** The one that has waited longest takes the place over. */
  private pass(person: string, line: Line): void {
    const next = line.waiting.shift();
    if (next) next();
    else if (--line.running === 0) this.lines.delete(person);
  }
}
