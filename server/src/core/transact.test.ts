import { setImmediate } from "node:timers/promises";
import { type Kysely, type RawBuilder, sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Api, startApi } from "../../test/api.ts";
import type { Database } from "../database/tables.ts";
import type { Live } from "./live/live.ts";
import type { Sender } from "./read/reader.ts";
import { ReferenceTable, referenceFeed } from "./read/references.ts";
import { transact } from "./transact.ts";

let api: Api;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

describe("a write", () => {
  const write = (live: Live, statement: RawBuilder<unknown>) =>
    transact({ em: api.core.em, live }, { actor: null }, (_em, db) => statement.execute(db));
  const clients = async () => (await api.pool.query("select name from client order by name")).rows;

  it("of what processes keep in memory is known here before it resolves", async () => {
    const { live, pool } = api.core;
    const tags = new ReferenceTable<{ id: string; name: string }>(pool, "select id, name from tag");
    live.attend(referenceFeed, "tags", () => tags.refresh());
    await write(live, sql`insert into tag (name, color) values ('Una', '#000000')`);
    expect(tags.list()).toMatchObject([{ name: "Una" }]);
  });

  it("of anything else is told, and waits for no news", async () => {
    const live = { committed: vi.fn(), catchUp: vi.fn() };
    await write(live as unknown as Live, sql`insert into client (name) values ('Una')`);
    expect(live.committed).toHaveBeenCalledOnce();
    expect(live.catchUp).not.toHaveBeenCalled();
  });

  it("is told although its answer fails once it is committed, as one that is too large does", async () => {
    const live = { committed: vi.fn(), catchUp: vi.fn() };
    const tooLarge = transact(
      { em: api.core.em, live: live as unknown as Live },
      { actor: null },
      async (_em, db) => void (await sql`insert into client (name) values ('Vasta')`.execute(db)),
      async (_result, within) => {
        await within.query({ text: "select 1" });
        throw new Error("too large");
      },
    );
    await expect(tooLarge).rejects.toThrow("too large");
    expect(await clients()).toContainEqual({ name: "Vasta" });
    expect(live.committed).toHaveBeenCalledOnce();
  });

  it("leaves nothing behind when it fails, after whichever statement, and the connection serves the next one", async () => {
    const before = await clients();
    const { em, live } = api.core;
    for (const failing of [sql`select 1 / 0`, sql`insert into client (name) values ('Dos'), (null)`]) {
      const failed = transact({ em, live }, { actor: null }, async (_em, db) => {
        await sql`insert into client (name) values ('Dos')`.execute(db);
        await failing.execute(db);
      });
      await expect(failed).rejects.toMatchObject({ code: expect.stringMatching(/^2/) });
    }
    expect(await clients()).toEqual(before);
    expect(await write(live, sql`select 1`)).toMatchObject({ rows: [{ "?column?": 1 }] });
  });

  it("that is over takes no further statement: it would be committed by itself", async () => {
    const before = await clients();
    const { em, live } = api.core;
    const late: Promise<string>[] = [];
    const leave = (db: Kysely<Database>) => {
      const statement = setImmediate().then(() => sql`insert into client (name) values ('Tarde')`.execute(db));
      late.push(statement.then(() => "done").catch(() => "refused"));
    };
    await expect(
      transact({ em, live }, { actor: null }, async (_em, db) => {
        await sql`select 1`.execute(db);
        leave(db);
        throw new Error("given up");
      }),
    ).rejects.toThrow("given up");
    await transact({ em, live }, { actor: null }, async (_em, db) => leave(db));
    expect(await Promise.all(late)).toEqual(["refused", "refused"]);
    expect(await clients()).toEqual(before);
  });

  it("reads its answer before it is committed: an answer that PostgreSQL refuses undoes it", async () => {
    const before = await clients();
    const { em, live } = api.core;
    const answered = (text: string) =>
      transact(
        { em, live },
        { actor: null },
        async (_em, db) => void (await sql`insert into client (name) values ('Tres')`.execute(db)),
        (_result, transaction: Sender) => transaction.query({ text }),
      );
    await expect(answered("select 1 / (count(*) - count(*)) from client")).rejects.toMatchObject({ code: "22012" });
    expect(await clients()).toEqual(before);
    expect((await answered("select name from client where name = 'Tres'")).rows).toEqual([{ name: "Tres" }]);
    expect(await clients()).toEqual([{ name: "Tres" }, ...before]);
  });

  it("goes out in as many messages as it has to wait: its beginning and its end take none of their own", async () => {
    const { em, live } = api.core;
    const pool = await em.getDriver().getConnection().getNativeClient();
    const messages = vi.fn();
    pool.once("acquire", ({ connection: { stream } }) => {
      for (const method of ["_write", "_writev"] as const) {
        const send = stream[method]?.bind(stream) as (...args: unknown[]) => void;
        stream[method] = (...args: unknown[]) => {
          messages();
          send(...args);
        };
      }
    });
    const actors: unknown[] = [];
    await transact(
      { em, live },
      { actor: "0190bbbb-0000-7000-8000-000000000001", cause: "api" },
      async (_em, db) => {
        const asked = sql`select ledger.actor() as actor, ledger.cause() as cause`;
        for (const { rows } of await Promise.all([asked.execute(db), asked.execute(db)])) actors.push(...rows);
      },
      (_result, transaction) => transaction.query({ text: "select name from client" }),
    );
    const by = { actor: "0190bbbb-0000-7000-8000-000000000001", cause: "api" };
    expect(actors).toEqual([by, by]);
    expect(messages).toHaveBeenCalledTimes(2);
  });
});
