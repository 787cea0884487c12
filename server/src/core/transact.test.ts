import { type RawBuilder, sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Api, startApi } from "../../test/api.ts";
import type { Live } from "./live/live.ts";
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
});
