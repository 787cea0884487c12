import { apiKeyRules } from "@clientela/shared/people/rules";
import { weaker } from "@clientela/shared/permissions";
import { type Context, viewerOf } from "../../context.ts";
import { forbidden, notFound, parseInput } from "../../core/errors.ts";
import { uuidOrNull } from "../../core/scalars.ts";
import { hashOfSecret, newSecret } from "../../core/secrets.ts";
import { transact } from "../../core/transact.ts";
import { ApiKey, type ApiKeyInput, type CreatedApiKey } from "./api-key.entity.ts";

/** Tells our keys from others', for people and for scanners of leaked secrets. */
const PREFIX = "clk_";

/**
 * Makes a key that acts for the viewer, with a role of theirs or a weaker one.
 * @throws BAD_USER_INPUT; FORBIDDEN for a stronger role
 */
export async function createApiKey(context: Context, input: ApiKeyInput): Promise<CreatedApiKey> {
  const { name, role, expiresAt } = parseInput(apiKeyRules, input);
  const viewer = viewerOf(context);
  if (weaker(viewer.role, role) !== role) throw forbidden("errors.ownerOnly");
  const secret = PREFIX + newSecret();
  const prefix = secret.slice(0, PREFIX.length + 5);
  return transact(context.core, { actor: viewer.userId }, async (em) => {
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

/**
 * Ends a key at once.
 * @throws NOT_FOUND
 */
export async function revokeApiKey(context: Context, id: string): Promise<void> {
  const { core } = context;
  await transact(core, { actor: viewerOf(context).userId }, async (_em, sql) => {
    const { numDeletedRows } = await sql.deleteFrom("api_key").where("id", "=", uuidOrNull(id)).executeTakeFirst();
    if (numDeletedRows === 0n) throw notFound();
  });
  await core.live.catchUp();
}
