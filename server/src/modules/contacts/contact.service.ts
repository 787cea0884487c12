import { contactRules, updateContactRules } from "@clientela/shared/contacts/rules";
import type { EntityManager } from "@mikro-orm/postgresql";
import { type Kysely, sql as raw } from "kysely";
import { type Context, viewerOf, writtenBy } from "../../context.ts";
import { given, requireVersion } from "../../core/changes.ts";
import { badInput, forbidden, parseInput } from "../../core/errors.ts";
import { uuidOrNull } from "../../core/scalars.ts";
import { type Read, transact } from "../../core/transact.ts";
import type { Database } from "../../database/tables.ts";
import { lockClient } from "../access/known-client.ts";
import { Client } from "../clients/client.entity.ts";
import { phoneCountry, storedPhone } from "../clients/phone.ts";
import { settingsOf } from "../settings/settings.cache.ts";
import { Contact } from "./contact.entity.ts";
import type { ContactInput } from "./contact.types.ts";

/**
 * Adds a contact to a client and answers what is read of it; the first active one is the primary one [F188].
 * @throws NOT_FOUND for the client; BAD_USER_INPUT
 */
export async function addContact<A>(
  context: Context,
  clientId: string,
  input: ContactInput,
  read: Read<A>,
): Promise<A> {
  const { primary, phone, portalPermissions, ...fields } = parseInput(contactRules, input);
  const add = async (em: EntityManager, sql: Kysely<Database>) => {
    const client = await em.findOneOrFail(Client, await lockClient(sql, viewerOf(context), clientId));
    const current = await primaryOf(em, client.id);
    if (current && primary) {
      current.isPrimary = false;
      await em.flush();
    }
    const contact = em.create(Contact, {
      ...fields,
      clientId: client.id,
      phone: stored(context, phone, client) ?? null,
      portalPermissions: portalPermissions ?? [],
      isPrimary: !current || primary === true,
    });
    await em.flush();
    return contact.id;
  };
  return transact(context.core, writtenBy(context), add, read);
}

/**
 * Changes the given fields of a contact and answers what is read of it.
 * @throws NOT_FOUND; BAD_USER_INPUT; CONFLICT when it has moved past `expectedVersion`; FORBIDDEN for contact data that
 *   is hidden from the viewer
 */
export async function updateContact<A>(
  context: Context,
  id: string,
  input: ContactInput,
  expectedVersion: number | null,
  read: Read<A>,
): Promise<A> {
  const hidden = input.email !== undefined || input.phone !== undefined;
  if (hidden && !viewerOf(context).seesContactData) throw forbidden("errors.maskedEdit");
  const { primary, phone, portalPermissions, ...fields } = parseInput(updateContactRules, input);
  const update = async (em: EntityManager, sql: Kysely<Database>) => {
    const { client, contact } = await lockContact(context, em, sql, id);
    requireVersion(contact, expectedVersion);
    if (primary && !contact.active) throw badInput({ path: "primary", key: "errors.primaryInactive" });
    if (primary === false && contact.isPrimary) throw badInput({ path: "primary", key: "errors.primaryNeeded" });
    em.assign(contact, {
      ...given(fields),
      ...(phone !== undefined && { phone: stored(context, phone, client) }),
      ...(portalPermissions !== undefined && { portalPermissions: portalPermissions ?? [] }),
    });
    await em.flush();
    if (primary && !contact.isPrimary) await makePrimary(em, contact, await primaryOf(em, client.id));
    return contact.id;
  };
  return transact(context.core, writtenBy(context), update, read);
}

/**
 * Activates a contact or puts it out of use, and answers what is read of it; everything about it stays. The primary one hands over to the active one
 * that was added first. So a client with active contacts always has exactly one [F190, F192].
 * @throws NOT_FOUND
 */
export async function setContactActive<A>(context: Context, id: string, active: boolean, read: Read<A>): Promise<A> {
  const set = async (em: EntityManager, sql: Kysely<Database>) => {
    const { client, contact } = await lockContact(context, em, sql, id);
    em.assign(contact, { active, isPrimary: contact.isPrimary && active });
    await em.flush();
    if (!(await primaryOf(em, client.id))) {
      const first = await em.findOne(Contact, { clientId: client.id, active: true }, { orderBy: { id: "asc" } });
      if (first) await makePrimary(em, first, null);
    }
    return contact.id;
  };
  return transact(context.core, writtenBy(context), set, read);
}

/** A contact and its client, which is locked: one change of a client's contacts at a time. */
async function lockContact(context: Context, em: EntityManager, sql: Kysely<Database>, id: string) {
  const itsClient = raw<string>`(select client_id from contact where id = ${uuidOrNull(id)})`;
  const client = await em.findOneOrFail(Client, await lockClient(sql, viewerOf(context), itsClient));
  return { client, contact: await em.findOneOrFail(Contact, id) };
}

const primaryOf = (em: EntityManager, clientId: string) => em.findOne(Contact, { clientId, isPrimary: true });

/** One after the other: an index allows a client one primary contact at any moment. */
async function makePrimary(em: EntityManager, contact: Contact, current: Contact | null): Promise<void> {
  if (current) {
    current.isPrimary = false;
    await em.flush();
  }
  contact.isPrimary = true;
  await em.flush();
}

const stored = ({ core }: Context, phone: string | null | undefined, client: Client) =>
  storedPhone(phone, phoneCountry(settingsOf(core).current.country, client));
