import { deepStrictEqual } from "node:assert";
import type pg from "pg";
import type { Contender } from "./contenders/contender.ts";
import { MEASURED_AGENT, person, teamId } from "./data/world.ts";
import type { Question, Viewer } from "./questions.ts";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Sends one question and answers its `data`. @throws Error for anything but a clean answer */
export async function ask(contender: Contender, question: Question, viewer: Viewer): Promise<Json> {
  const response = await fetch(contender.url, {
    method: "POST",
    headers: { "content-type": "application/json", ...contender.headers(viewer) },
    body: contender.body(question),
  });
  const text = await response.text();
  const { data, errors } = JSON.parse(text) as { data?: Json; errors?: unknown };
  if (!response.ok || errors || !data || Object.values(data).includes(null))
    throw new Error(`${contender.name} answered ${response.status} ${text.slice(0, 600)}`);
  return data;
}

/**
 * Holds the contenders' answers against each other, so that none is quick by being wrong. Where they may each pick other
 * rows (a search cut at 500 before it is sorted), each row must have the words.
 */
export async function compare(
  db: pg.Client,
  contenders: Contender[],
  question: Question,
  viewer: Viewer,
  exact = true,
): Promise<void> {
  const [first, ...others] = await Promise.all(
    contenders.map(async (contender) => ({
      name: contender.name,
      data: canonical(await ask(contender, question, viewer)),
    })),
  );
  for (const other of others) {
    if (exact) deepStrictEqual(other.data, first?.data, `${other.name} differs from ${first?.name}`);
    else for (const node of nodesOf(other.data)) await mustHave(db, question.words ?? [], node, other.name);
  }
}

/** Holds our search against the plainest SQL that answers it: every match sorted, and the first twenty of them. */
export async function compareWithTruth(
  db: pg.Client,
  ours: Contender,
  question: Question,
  viewer: Viewer,
): Promise<void> {
  const { rows } = await db.query<{ id: string }>(
    `select id from client where deleted_at is null and status <> 'INACTIVE'
       and (search like all($1) or search like all($2)) and ($3::uuid[] is null or team_id = any($3))
       order by created_at desc, id desc limit 20`,
    [
      ...[question.words, question.typed].map((words) => words?.map((word) => `%${word}%`)),
      viewer === "agent" ? person(MEASURED_AGENT).teams.map(teamId) : null,
    ],
  );
  const found = nodesOf(await ask(ours, question, viewer)).map((node) => (node as { id: string }).id);
  const missing = rows.filter(({ id }) => !found.includes(id));
  if (missing.length > 0)
    throw new Error(`our search for ${question.words?.join(" ")} misses ${missing.length} clients`);
}

const nodesOf = (data: Json): Json[] => (data as { clients: { nodes: Json[] } }).clients.nodes;

/** In the text that is searched, which holds more than is shown. */
async function mustHave(db: pg.Client, words: string[], node: Json, name: string): Promise<void> {
  const { rows } = await db.query<{ search: string }>("select search from client where id = $1", [
    (node as { id: string }).id,
  ]);
  const text = rows[0]?.search ?? "";
  const missing = words.find((word) => !text.includes(word));
  if (missing) throw new Error(`${name} found ${text} for ${missing}`);
}

const DIFFERENCES = new Set([
  "endCursor",
  "__typename",
  "changes",
  "before",
  "after",
  "data",
  "taxProfile",
  "taxLegalName",
  "taxCountry",
  "taxId",
]);

/** One form for what each dialect writes in its own way: moments, tags over a link, and keys only one of them has. */
function canonical(value: Json): Json {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:/.test(value)) return new Date(value).toISOString();
  if (value === null || typeof value !== "object") return value;
  // Ours stops counting there, PostGraphile's goes on.
  if (typeof value.totalCount === "number") value.totalCount = Math.min(value.totalCount, 10_001);
  if (isLinks(value.tags)) value.tags = value.tags.nodes.map(({ tag }) => tag);
  if (Array.isArray(value.tags)) value.tags = [...value.tags].sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !DIFFERENCES.has(key))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, canonical(inner)]),
  );
}

const isLinks = (tags: Json | undefined): tags is { nodes: { tag: Json }[] } =>
  tags !== null && typeof tags === "object" && !Array.isArray(tags);
const nameOf = (tag: Json) => (tag as { name: string }).name;
