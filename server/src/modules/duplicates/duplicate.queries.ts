import { duplicateProbeRules } from "@clientela/shared/clients/rules";
import { normalizePhone } from "@clientela/shared/normalize/phone";
import { type RawBuilder, type SqlBool, sql } from "kysely";
import { type Context, viewerOf } from "../../context.ts";
import { parseInput } from "../../core/errors.ts";
import { uuidOrNull } from "../../core/scalars.ts";
import { visibleTo } from "../access/visible.ts";
import { probeLimits } from "../clients/probe-limits.ts";
import { settingsOf } from "../settings/settings.cache.ts";
import type { DuplicateMatch, DuplicateProbe } from "./duplicate.types.ts";
import { type SimilarName, similarNames } from "./similar-names.ts";

const MAX_MATCHES = 10;
const MAX_OF_FIELD = 3;
/** Shorter ones are extensions, or still being typed. */
const MIN_DIGITS = 6;
const phones = ["phone", "mobile", "whatsapp"] as const;

interface Found {
  field: string;
  exact: boolean;
  clientId: string;
  visible: boolean;
}

/**
 * Clients that may be the same as the one being typed. A viewer who may not see contact data learns that an e-mail is
 * taken, as creating the client would tell. Of numbers they learn nothing [F209].
 * @throws BAD_USER_INPUT; RATE_LIMITED
 */
export async function findDuplicates(context: Context, input: DuplicateProbe): Promise<DuplicateMatch[]> {
  const viewer = viewerOf(context);
  const probe = parseInput(duplicateProbeRules, input);
  await probeLimits(context.core).count(viewer.userId);
  const { allowDuplicates, country } = settingsOf(context.core).current;
  const { seesContactData } = viewer;
  const keys = await keysOf(context, { ...probe, country: probe.country ?? country });
  const looksUpEmail = seesContactData || !allowDuplicates;

  const found: Found[] = [
    ...(probe.email && looksUpEmail
      ? await withEmail(context, probe.email, seesContactData ? probe.excludeId : null)
      : []),
    ...(keys.size > 0 ? await withKeys(context, keys, probe.excludeId) : []),
  ];
  const known = new Set(found.map(({ clientId }) => clientId));
  const named = probe.name ? await similarNames(context, probe.name, notThe(context, probe.excludeId)) : [];
  const matches = [
    ...found.map(({ visible, clientId, field, exact }) => {
      const shown = visible && (seesContactData || field === "taxId");
      return { field, exact, clientId: shown ? clientId : null };
    }),
    ...named.filter(({ clientId }: SimilarName) => !known.has(clientId)).map((match) => ({ field: "name", ...match })),
  ];
  return matches.slice(0, MAX_MATCHES);
}

/** The keys to look up in the index of numbers, each with its field of the probe. */
async function keysOf(
  context: Context,
  probe: { [K in (typeof phones)[number] | "taxId" | "country"]?: string | null | undefined },
): Promise<Map<string, string>> {
  const numbers = viewerOf(context).seesContactData
    ? phones.flatMap((field) => waysOf(probe[field], probe.country).map((number) => ({ field, number })))
    : [];
  const { rows } = await sql<{ key: string | null; field: string }>`
    select phone_key(number) as key, field
    from unnest(${numbers.map(({ number }) => number)}::text[], ${numbers.map(({ field }) => field)}::text[])
      with ordinality as given(number, field, n) order by n`.execute(context.core.db);
  const keys = new Map<string, string>();
  const put = (key: string, field: string) => key.length > MIN_DIGITS && !keys.has(key) && keys.set(key, field);
  for (const { key, field } of rows) if (key) put(key, field);
  if (probe.taxId) put(`#${probe.taxId.toUpperCase().replace(/[^A-Z0-9]/g, "")}`, "taxId");
  return keys;
}

/**
 * The forms in which a client may hold a number: parsed, or as it was typed. With an extension there is one form only.
 */
function waysOf(typed: string | null | undefined, country: string | null | undefined): string[] {
  if (!typed) return [];
  const stored = normalizePhone(typed, country);
  return stored.includes(";ext=") ? [stored] : [stored, typed];
}

/** A client has the e-mail, or one that was merged into it: creating another with that is not refused, so not all may learn it. */
async function withEmail(context: Context, email: string, excludeId: string | null | undefined): Promise<Found[]> {
  const { rows } = await sql<{ clientId: string; visible: boolean }>`
    with found as materialized (
      select id from client where coalesce(email, '') = ${email} and deleted_at is null
      union select survivor_id from merged_client where email = ${email} and ${viewerOf(context).seesContactData})
    select client.id as "clientId", ${seen(context)} as visible from found join client using (id)
    where client.deleted_at is null and ${notThe(context, excludeId)}
    order by client.id limit ${sql.lit(MAX_OF_FIELD)}`.execute(context.core.db);
  return rows.map((row) => ({ ...row, field: "email", exact: true }));
}

async function withKeys(
  context: Context,
  keys: Map<string, string>,
  excludeId: string | null | undefined,
): Promise<Found[]> {
  const { rows } = await sql<{ clientId: string; visible: boolean; keys: string[] }>`
    with found as materialized (
      select client.id, client.team_id, client.deleted_at, ${ownKeys} as keys from client
      where ${ownKeys} && ${[...keys.keys()]}::text[] and client.deleted_at is null
      union all
      select client.id, client.team_id, client.deleted_at, merged_client.keys from merged_client
      join client on client.id = survivor_id and client.deleted_at is null
      where merged_client.keys && ${[...keys.keys()]}::text[])
    select distinct on (client.id) client.id as "clientId", ${seen(context)} as visible, client.keys from found client
    where ${notThe(context, excludeId)} order by client.id limit ${sql.lit(MAX_OF_FIELD * keys.size)}`.execute(
    context.core.db,
  );
  return rows.map(({ keys: own, ...row }) => {
    const field = [...keys].find(([key]) => own.includes(key))?.[1] as string;
    return { ...row, field, exact: true };
  });
}

/** As the index has it. Materialized above: with a limit the planner would walk a million clients instead. */
const ownKeys = sql`duplicate_keys(client.phone, client.mobile, client.whatsapp, client.tax_id)`;

const seen = (context: Context) => sql`coalesce(${visibleTo(viewerOf(context))}, false)`;

/**
 * A client is no duplicate of itself. `excludeId` is ignored for clients the viewer cannot see: leaving one out would
 * reveal whose data matched.
 */
const notThe = (context: Context, id: string | null | undefined): RawBuilder<SqlBool> =>
  id ? sql`(client.id is distinct from ${uuidOrNull(id)}::uuid or not ${seen(context)})` : sql`true`;
