import { type ClientFieldKey, clientField, clientFields } from "@clientela/shared/clients/fields";
import { type ClientInput, contactNeeded, reachable } from "@clientela/shared/clients/rules";
import type { TextKey } from "@clientela/shared/validation";
import type { EntityManager } from "@mikro-orm/postgresql";
import { type Kysely, sql as rawSql } from "kysely";
import { type Context, viewerOf, writtenBy } from "../../context.ts";
import { given, requireVersion } from "../../core/changes.ts";
import { AppError, badInput, brokenConstraint, forbidden, parseInput } from "../../core/errors.ts";
import { uuidOrNull } from "../../core/scalars.ts";
import { together } from "../../core/together.ts";
import { type Read, transact } from "../../core/transact.ts";
import type { Viewer } from "../../core/viewer.ts";
import type { Database } from "../../database/tables.ts";
import { lockClient } from "../access/known-client.ts";
import { mergedAway } from "../access/merged.ts";
import { visibleTo } from "../access/visible.ts";
import { customInput, lockCustomValues } from "../custom-fields/custom-field.values.ts";
import { knownLists, setLists } from "../lists/list.members.ts";
import { notify } from "../notifications/notify.ts";
import { settingsOf } from "../settings/settings.cache.ts";
import { knownTags } from "../tags/tag.service.ts";
import { Client } from "./client.entity.ts";
import type { CreateClientInput, UpdateClientInput } from "./client.inputs.ts";
import { clientAssigned } from "./client.news.ts";
import { clientRules } from "./client.rules-cache.ts";
import { setContactPerson } from "./contact-person.ts";
import { phoneCountry, storedPhone } from "./phone.ts";
import { probeLimits } from "./probe-limits.ts";

/**
 * Creates a client and answers what is read of it. An agent's client belongs to one of the agent's teams.
 * @throws BAD_USER_INPUT; DUPLICATE_CLIENT when the e-mail is another's; FORBIDDEN for an agent without a team; RATE_LIMITED
 */
export async function createClient<A>(context: Context, input: CreateClientInput, read: Read<A>): Promise<A> {
  const viewer = viewerOf(context);
  const { allowDuplicates, country } = settingsOf(context.core).current;
  const custom = await customInput(context, input.customFields, "create");
  const {
    tagIds = [],
    listIds,
    customFields,
    ...fields
  } = parseInput(clientRules(custom.rules, needed(context)).create, {
    ...input,
    customFields: custom.given,
  });
  const create = async (em: EntityManager, sql: Kysely<Database>) => {
    const customOf = await lockCustomValues(sql, customFields);
    const links = { tags: await knownTags(sql, tagIds), lists: listIds && (await knownLists(sql, listIds)) };
    const columns = {
      ...columnsOf(country, fields),
      name: fields.name,
      custom: customOf({}, countryOf(country, fields)),
      teamId: await teamFor(sql, viewer, fields.teamId),
      ownerId: await knownOwner(sql, fields.ownerId),
      sourceChannel: viewer.kind === "apiKey" ? "API" : "MANUAL",
      emailShared: allowDuplicates,
    };
    const client = em.create(Client, columns);
    const { email } = fields;
    // Last: any other error is answered alike whether or not the address is taken.
    await together(!!email && !allowDuplicates && refuseDuplicate(sql, viewer, email), em.flush());
    if (fields.contactPerson) await setContactPerson(sql, client.id, fields.contactPerson);
    await addTags(sql, client.id, links.tags);
    if (links.lists) await setLists(sql, client.id, links.lists);
    await tellOwner(context, sql, client);
    return client.id;
  };
  return write(context, fields.email, create, read);
}

/**
 * Changes the given fields of a client and answers what is read of it.
 * @throws NOT_FOUND; BAD_USER_INPUT; CONFLICT when the record has moved past `expectedVersion`; DUPLICATE_CLIENT;
 *   FORBIDDEN for contact data that is hidden from the viewer; RATE_LIMITED
 */
export async function updateClient<A>(
  context: Context,
  id: string,
  input: UpdateClientInput,
  expectedVersion: number | null,
  read: Read<A>,
): Promise<A> {
  const viewer = viewerOf(context);
  const { allowDuplicates, country } = settingsOf(context.core).current;
  if (!viewer.seesContactData) refuseHiddenFields(input);
  const custom = await customInput(context, input.customFields, "update");
  const { tagIds, listIds, customFields, ...fields } = parseInput(clientRules(custom.rules, needed(context)).update, {
    ...input,
    customFields: custom.given,
  });
  const update = async (em: EntityManager, sql: Kysely<Database>) => {
    const customOf = await lockCustomValues(sql, customFields);
    const client = await em.findOneOrFail(Client, await lockClient(sql, viewer, id));
    requireVersion(client, expectedVersion);
    const emailMoves = fields.email !== undefined && fields.email !== client.email;
    const { ownerId: formerOwner } = client;
    const links = {
      tags: tagIds && (await knownTags(sql, tagIds)),
      lists: listIds && (await knownLists(sql, listIds)),
    };
    const columns = {
      ...columnsOf(country, fields, client),
      // A name that is taken away stays for now: the contacts decide who is next.
      contactPerson: fields.contactPerson ?? client.contactPerson,
      ...(customFields && { custom: customOf(client.custom, countryOf(country, fields, client)) }),
      ...(fields.ownerId !== undefined &&
        fields.ownerId !== client.ownerId && { ownerId: await knownOwner(sql, fields.ownerId) }),
      ...(fields.teamId !== undefined &&
        fields.teamId !== client.teamId && { teamId: await teamFor(sql, viewer, fields.teamId) }),
      ...(emailMoves && { emailShared: allowDuplicates }),
    };
    keepReachable(context, client, columns);
    if (fields.email && emailMoves && !allowDuplicates) await refuseDuplicate(sql, viewer, fields.email, client.id);
    em.assign(client, columns);
    await em.flush();
    if (fields.contactPerson !== undefined) await setContactPerson(sql, client.id, fields.contactPerson);
    if (links.tags) await replaceTags(sql, client.id, links.tags);
    if (links.lists) await setLists(sql, client.id, links.lists);
    if (client.ownerId !== formerOwner) await tellOwner(context, sql, client);
    return client.id;
  };
  return write(context, fields.email, update, read);
}

/**
 * Deletes a client: it is gone for everyone, and its e-mail is free again. The ledger keeps what was.
 * @throws NOT_FOUND; ILLEGAL_STATE with the survivor where the id is a merged client's
 */
export async function deleteClient(context: Context, id: string): Promise<void> {
  await write(context, null, async (em, sql) => {
    const client = await em.findOneOrFail(Client, await lockClient(sql, viewerOf(context), id));
    if (client.id !== uuidOrNull(id)) throw mergedAway(client);
    client.deletedAt = new Date();
  });
}

/** Tells a client's owner that it is theirs now, unless they took it themselves. */
async function tellOwner(context: Context, sql: Kysely<Database>, { id, ownerId }: Client): Promise<void> {
  if (!ownerId) return;
  const { userId: actorId } = viewerOf(context);
  await notify(context.core, sql, { kind: clientAssigned, userIds: [ownerId], actorId, clientId: id });
}

/**
 * A write with an address asks whether it is taken. For a viewer who does not see everything, a refusal counts like a
 * question.
 */
async function write<T, A = T>(
  context: Context,
  email: string | null | undefined,
  work: Parameters<typeof transact<T, A>>[2],
  read?: Read<A, T>,
): Promise<A> {
  const { core } = context;
  const viewer = viewerOf(context);
  const run = () => transact(core, writtenBy(context), work, read);
  const learns = email && !(viewer.seesAllClients && viewer.seesContactData);
  try {
    return await (learns ? probeLimits(core).guard(viewer.userId, run) : run());
  } catch (error) {
    // Two writers took the same e-mail at once. The index decided; the loser is told as if it had come later.
    if (brokenConstraint(error) === "client_email_key" && email) await refuseDuplicate(core.db, viewer, email);
    throw error;
  }
}

/** Programs may bring clients of whom only a name is known. */
const needed = (context: Context) =>
  viewerOf(context).kind === "user" ? contactNeeded(settingsOf(context.core).current) : "none";

/** If either e-mail or phone is required, the last way to reach a client cannot be removed. */
function keepReachable(context: Context, before: Client, after: Partial<Client>): void {
  if (needed(context) !== "either" || !reachable(before) || reachable({ ...before, ...after })) return;
  const path = (["email", "phone", "mobile", "whatsapp"] as const).find((key) => before[key] && after[key] === null);
  throw badInput({ path: path ?? "email", key: "errors.emailOrPhone" });
}

/**
 * @throws DUPLICATE_CLIENT with `duplicates`: the other client's id and name, or nulls where the viewer may not see it or its address
 */
async function refuseDuplicate(sql: Kysely<Database>, viewer: Viewer, email: string, exceptId?: string): Promise<void> {
  const other = await sql
    .selectFrom("client")
    .select((eb) => ["client.id", "client.name", eb.fn.coalesce(visibleTo(viewer), eb.lit(false)).as("visible")])
    // As the index of the order by e-mail has it; the unique one leaves shared addresses out.
    .where(rawSql`coalesce(client.email, '')`, "=", email)
    .where("client.deleted_at", "is", null)
    .$if(exceptId !== undefined, (query) => query.where("client.id", "<>", exceptId as string))
    .limit(1)
    .executeTakeFirst();
  if (!other) return;
  // Telling the owner of an address would reveal contact data by guessing.
  const named = other.visible && viewer.seesContactData;
  const text: TextKey = named
    ? { key: "errors.duplicateEmail", params: { name: other.name } }
    : { key: "errors.duplicateEmailHidden" };
  const shown = named ? { clientId: other.id, name: other.name } : { clientId: null, name: null };
  throw new AppError("DUPLICATE_CLIENT", text, [{ path: "email", ...text }], {
    duplicates: [{ ...shown, field: "email" }],
  });
}

/** A hidden value that is overwritten would be lost unseen, and a refusal would tell what it is not. */
function refuseHiddenFields(input: UpdateClientInput): void {
  const hidden = (Object.keys(clientFields) as ClientFieldKey[]).filter(
    (key) => clientField(key).sensitive && (input as Record<string, unknown>)[key] !== undefined,
  );
  if (hidden.length > 0) throw forbidden("errors.maskedEdit");
}

/** A client's team; by default the only team of the person who creates it. Agents must not lose a client from sight. */
export async function teamFor(
  sql: Kysely<Database>,
  viewer: Viewer,
  teamId: string | null | undefined,
): Promise<string | null> {
  if (!viewer.seesAllClients) {
    const own = teamId ?? viewer.teamIds[0];
    if (!own) throw forbidden("errors.teamNeeded");
    if (!viewer.teamIds.includes(own)) throw badInput({ path: "teamId", key: "errors.foreignTeam" });
    return own;
  }
  if (teamId === undefined) return viewer.teamIds.length === 1 ? (viewer.teamIds[0] ?? null) : null;
  if (teamId === null) return null;
  const team = await sql.selectFrom("team").select("id").where("id", "=", uuidOrNull(teamId)).executeTakeFirst();
  if (!team) throw badInput({ path: "teamId", key: "errors.unknownTeam" });
  return team.id;
}

export async function knownOwner(sql: Kysely<Database>, ownerId: string | null | undefined): Promise<string | null> {
  if (!ownerId) return null;
  const owner = await sql
    .selectFrom("app_user")
    .select("id")
    .where("id", "=", uuidOrNull(ownerId))
    .where("active", "=", true)
    .executeTakeFirst();
  if (!owner) throw badInput({ path: "ownerId", key: "errors.unknownUser" });
  return owner.id;
}

async function addTags(sql: Kysely<Database>, clientId: string, tagIds: string[]): Promise<void> {
  if (tagIds.length === 0) return;
  const links = tagIds.map((tag_id) => ({ client_id: clientId, tag_id }));
  await sql
    .insertInto("client_tag")
    .values(links)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function replaceTags(sql: Kysely<Database>, clientId: string, tagIds: string[]): Promise<void> {
  await sql
    .deleteFrom("client_tag")
    .where("client_id", "=", clientId)
    .$if(tagIds.length > 0, (query) => query.where("tag_id", "not in", tagIds))
    .execute();
  await addTags(sql, clientId, tagIds);
}

type StandardFields = Omit<ClientInput, "tagIds" | "listIds" | "customFields">;

const countryOf = (own: string | null, { addresses, taxProfile }: StandardFields, before?: Client) =>
  phoneCountry(own, {
    addresses: addresses ?? before?.addresses,
    taxCountry: taxProfile?.country ?? before?.taxCountry,
  });

/** A parsed input as the entity's properties: phones in E.164 by the client's country, the tax profile flat. */
function columnsOf(own: string | null, fields: StandardFields, before?: Client) {
  const { taxProfile, phone, mobile, whatsapp, ownerId: _ownerId, teamId: _teamId, ...same } = fields;
  const country = countryOf(own, fields, before);
  const columns = {
    ...same,
    phone: storedPhone(phone, country),
    mobile: storedPhone(mobile, country),
    whatsapp: storedPhone(whatsapp, country),
    ...(taxProfile !== undefined && {
      taxLegalName: taxProfile?.legalName ?? null,
      taxCountry: taxProfile?.country ?? null,
      taxIdType: taxProfile?.idType ?? null,
      taxId: taxProfile?.taxId ?? null,
      taxCheckDigit: taxProfile?.checkDigit ?? null,
      taxRucType: taxProfile?.rucType ?? null,
      taxFiscalCode: taxProfile?.fiscalCode ?? null,
    }),
  };
  return given(columns) as typeof columns;
}
