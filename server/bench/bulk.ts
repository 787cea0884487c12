import type pg from "pg";
import { startOurs } from "./contenders/contender.ts";
import { tagId } from "./data/world.ts";
import { prepare } from "./prepare.ts";

/** A hundred and ten days of clients: a hundred thousand of a million. */
const FILTER = { createdAt: { from: "2025-01-01", to: "2025-04-20" }, status: ["PROSPECT", "CLIENT", "INACTIVE"] };
const TAG = tagId(199);
const RESULT = "{ operationId matched changed skipped { reason } }";

interface Result {
  operationId: string;
  matched: number;
  changed: number;
  skipped: unknown[];
}

/** Tags a hundred thousand clients and takes it back, in chunks that each commit, and as one statement by hand; answers a line. */
export async function runBulk(databaseUrl: string): Promise<string> {
  const prepared = await prepare(databaseUrl);
  const ours = await startOurs(databaseUrl, prepared.keys);
  const ask = async (query: string, variables: object): Promise<[Result, number]> => {
    const began = performance.now();
    const body = JSON.stringify({ query, variables });
    const headers = { "content-type": "application/json", ...ours.headers("admin") };
    const text = await (await fetch(ours.url, { method: "POST", headers, body })).text();
    const { data } = JSON.parse(text) as { data: Record<string, Result> | null };
    const [result] = Object.values(data ?? {});
    if (!result) throw new Error(text);
    return [result, (performance.now() - began) / 1000];
  };
  try {
    await ask("query ($filter: ClientFilter) { clients(filter: $filter, first: 1) { totalCount } }", {
      filter: FILTER,
    });
    const [tagged, tagging] = await ask(
      `mutation ($filter: ClientFilter, $tags: [ID!]!) { tagClients(selection: { filter: $filter }, tagIds: $tags) ${RESULT} }`,
      { filter: FILTER, tags: [TAG] },
    );
    const [undone, undoing] = await ask(`mutation ($id: ID!) { undoOperation(id: $id) ${RESULT} }`, {
      id: tagged.operationId,
    });
    if (undone.changed !== tagged.changed || undone.skipped.length > 0) throw new Error("not all of it was taken back");
    const [adding, removing] = await byHand(prepared.db);
    const text = (seconds: number) => `${seconds.toFixed(1)} s`;
    return (
      `${tagged.changed.toLocaleString("en")} clients tagged in ${text(tagging)} (one statement by hand, which locks them all ` +
      `and cannot be taken back: ${text(adding)}), taken back in ${text(undoing)} (${text(removing)})`
    );
  } finally {
    await ours.stop();
    await prepared.db.query("delete from operation where true");
    await prepared.db.query("begin");
    await prepared.db.query(
      "set local session_replication_role = replica; delete from timeline_entry where cause like 'bulk%' or cause like 'undo%'",
    );
    await prepared.db.query("commit");
    await prepared.tidy();
  }
}

/** With the same triggers, in a transaction that is rolled back; answers the seconds of both statements. */
async function byHand(db: pg.Client): Promise<[number, number]> {
  const timed = async (text: string, values: unknown[]) => {
    const began = performance.now();
    await db.query(text, values);
    return (performance.now() - began) / 1000;
  };
  await db.query("begin");
  const adding = await timed(
    `insert into client_tag (client_id, tag_id) select id, $1 from client
     where deleted_at is null and created_at >= '2024-12-31T23:00:00Z' and created_at < '2025-04-20T22:00:00Z'
     on conflict do nothing`,
    [TAG],
  );
  const removing = await timed(
    `delete from client_tag using client where client.id = client_id and tag_id = $1
     and created_at >= '2024-12-31T23:00:00Z' and created_at < '2025-04-20T22:00:00Z'`,
    [TAG],
  );
  await db.query("rollback");
  return [adding, removing];
}
