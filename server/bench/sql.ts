import "reflect-metadata";
import { hash } from "node:crypto";
import { graphql } from "graphql";
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Context } from "../src/context.ts";
import { Reader } from "../src/core/read/reader.ts";
import type { Database } from "../src/database/tables.ts";
import { references } from "../src/modules/registry.ts";
import { createSchema } from "../src/schema.ts";
import { MEASURED_AGENT, person, teamId } from "./data/world.ts";
import type { Question, Viewer } from "./questions.ts";
import type { Row } from "./rows.ts";

interface Sent {
  name?: string;
  text: string;
  values: unknown[];
}

/** Our own statements alone: the longest and the middle one of a row's questions, in milliseconds. */
export async function timeStatements(databaseUrl: string, rows: Pick<Row, "key" | "title" | "viewer" | "questions">[]) {
  const statements = await Statements.open(databaseUrl);
  const timed: StatementTimes[] = [];
  for (const { key, title, viewer, questions } of rows) {
    if (typeof questions === "function") continue;
    const times: number[] = [];
    for (const question of questions.slice(0, 24)) times.push(await statements.time(question, viewer));
    times.sort((a, b) => a - b);
    timed.push({
      key,
      title,
      viewer,
      middle: times[times.length >> 1] ?? Number.NaN,
      worst: times.at(-1) ?? Number.NaN,
    });
  }
  await statements.close();
  return timed;
}

export interface StatementTimes extends Pick<Row, "key" | "title" | "viewer"> {
  middle: number;
  worst: number;
}

/** Runs our own read core without HTTP, to see and time the statements it sends. */
export class Statements {
  private sent: Sent[] = [];

  private constructor(
    private readonly pool: pg.Pool,
    private readonly db: Kysely<Database>,
    private readonly schema: Awaited<ReturnType<typeof createSchema>>,
    private readonly reader: Reader,
  ) {}

  static async open(databaseUrl: string): Promise<Statements> {
    const pool = new pg.Pool({
      connectionString: databaseUrl,
      max: 1,
      options: "-c timezone=UTC -c jit=off -c plan_cache_mode=force_generic_plan",
    });
    await Promise.all(references.map((kept) => kept({ pool }).refresh()));
    const opened: Statements = new Statements(
      pool,
      new Kysely<Database>({ dialect: new PostgresDialect({ pool }) }),
      await createSchema(),
      new Reader({
        query: (config: Sent) => {
          opened.sent.push(config);
          return pool.query(config);
        },
      } as never),
    );
    return opened;
  }

  /** The statements that a question sends. @throws Error when it is not answered */
  async of({ ours }: Question, viewer: Viewer): Promise<Sent[]> {
    this.sent = [];
    const { errors } = await graphql({
      schema: this.schema,
      source: ours.query,
      variableValues: { ...ours.variables },
      contextValue: {
        viewer: this.viewer(viewer),
        translate: (key: string) => key,
        core: { reader: this.reader, pool: this.pool, db: this.db },
      } as unknown as Context,
    });
    if (errors?.[0]) throw errors[0];
    return this.sent;
  }

  /** How long a question's statements take together, in milliseconds: the middle of some runs, planned and warm. */
  async time(question: Question, viewer: Viewer, runs = 9): Promise<number> {
    const sent = await this.of(question, viewer);
    const times: number[] = [];
    for (let run = 0; run < runs; run++) {
      const began = performance.now();
      for (const { text, values } of sent) await this.pool.query({ name: hash("sha1", text), text, values });
      times.push(performance.now() - began);
    }
    return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN;
  }

  async close(): Promise<void> {
    await this.pool.end();
  }

  private viewer(viewer: Viewer): Context["viewer"] {
    const { id, teams } = person(viewer === "agent" ? MEASURED_AGENT : 1);
    const seesAll = viewer === "admin";
    return {
      kind: "apiKey",
      userId: id,
      role: seesAll ? "ADMIN" : "AGENT",
      teamIds: teams.map(teamId),
      seesAllClients: seesAll,
      seesContactData: true,
      locale: "es",
      country: null,
    };
  }
}
