import { apiKeyRules } from "@clientela/shared/people/rules";
import { may, type Role, rolesUpTo } from "@clientela/shared/permissions";
import type { Kysely } from "kysely";
import { type Context, viewerOf, writtenBy } from "../../context.ts";
import { forbidden, notFound, parseInput } from "../../core/errors.ts";
import { uuidOrNull } from "../../core/scalars.ts";
import { hashOfSecret, newSecret } from "../../core/secrets.ts";
import { transact } from "../../core/transact.ts";
import type { Database } from "../../database/tables.ts";
import { viewerNow } from "../access/viewer-now.ts";
import { usersOf } from "../people/people.references.ts";
import { ApiKey, type ApiKeyInput, type CreatedApiKey } from "./api-key.entity.ts";

/** Tells our keys from others', for people and for scanners of leaked secrets. */
const PREFIX = "clk_";

/**
 * Makes a key that acts for the viewer, with a role of theirs or a weaker one.
 * @throws BAD_USER_INPUT; FORBIDDEN for a stronger role
 */
export async function createApiKey(context: Context, input: ApiKeyInput): Promise<CreatedApiKey> {
  const { name, role, expiresAt } = parseInput(apiKeyRules, input);
  const secret = PREFIX + newSecret();
  const prefix = secret.slice(0, PREFIX.length + 5);
  return transact(context.core, writtenBy(context), async (em, sql) => {
    const viewer = await viewerNow(context, sql);
    if (!may(viewer.role, "apiKeys.manage")) throw forbidden();
    if (!rolesUpTo(viewer.role).includes(role)) throw forbidden("errors.ownerOnly");
    const key = em.create(ApiKey, {
      name,
      role,
      expiresAt,
      prefix,
      secretHash: hashOfSecret(secret),
      createdById: viewer.userId,
    });
    await em.flush();
    return { id: key.id, name, secret };
  });
}

/** The keys of people who have no more rights than the viewer, the latest first: those that they may revoke. */
export async function findApiKeys(context: Context): Promise<ApiKey[]> {
  const { core } = context;
  const makers = usersOf(core)
    .list()
    .filter(({ role }) => rolesUpTo(viewerOf(context).role).includes(role));
  const createdById = { $in: makers.map(({ id }) => id) };
  return core.em.fork().find(ApiKey, { createdById }, { orderBy: { id: "desc" } });
}

/**
 * Ends a key at once.
 * @throws NOT_FOUND, also for that of somebody with more rights
 */
export async function revokeApiKey(context: Context, id: string): Promise<void> {
  await transact(context.core, writtenBy(context), async (_em, sql) => {
    await sql
      .deleteFrom("api_key")
      .where("id", "=", uuidOrNull(id))
      .where("created_by_id", "in", makersUpTo(sql, viewerOf(context).role))
      .returning("id")
      .executeTakeFirstOrThrow(notFound);
  });
}

const makersUpTo = (sql: Kysely<Database>, role: Role) =>
  sql.selectFrom("app_user").select("id").where("role", "in", rolesUpTo(role));
