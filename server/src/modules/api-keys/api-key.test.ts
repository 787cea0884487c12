import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApi } from "../../../test/api.ts";
import { addApiKey, addClient, addPerson, addTeam, type Person, startBusiness } from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";

const CREATE = "mutation ($input: ApiKeyInput!) { createApiKey(input: $input) { id name secret } }";
const REVOKE = "mutation ($id: ID!) { revokeApiKey(id: $id) }";
const USER = "mutation ($id: ID!, $input: UpdateUserInput!) { updateUser(id: $id, input: $input) { id } }";
const LIST = "{ apiKeys { id name role prefix createdAt expiresAt lastUsedAt createdBy { name } } }";

let api: Awaited<ReturnType<typeof startBusiness>>;
let other: Awaited<ReturnType<typeof startApi>>;
let owner: Caller;
let admin: Person;

beforeAll(async () => {
  api = await startBusiness();
  owner = api.owner;
  other = await startApi({ on: api });
  admin = await addPerson(owner, "ADMIN", "Carla");
});
afterAll(async () => {
  await other.stop();
  await api.stop();
});
const roleOf = async (caller: Caller) =>
  (await caller.ok<{ viewer: { role: string } | null }>("{ viewer { role } }")).viewer?.role;

describe("an API key", () => {
  it("shows its secret once; a hash and how it begins are kept", async () => {
    const { createApiKey: key } = await owner.ok<{ createApiKey: { id: string; secret: string } }>(CREATE, {
      input: { name: " Tienda ", role: "AGENT", expiresAt: "2100-01-01T00:00:00Z" },
    });
    expect(key.secret).toMatch(/^clk_[\w-]{43}$/);
    const { apiKeys } = await owner.ok<{ apiKeys: { id: string }[] }>(LIST);
    expect(apiKeys.find(({ id }) => id === key.id)).toEqual({
      id: key.id,
      name: "Tienda",
      role: "AGENT",
      prefix: key.secret.slice(0, 9),
      createdAt: expect.any(String),
      expiresAt: "2100-01-01T00:00:00.000Z",
      lastUsedAt: null,
      createdBy: { name: "Olga" },
    });
    const { rows } = await api.pool.query<{ secret_hash: Buffer }>("select secret_hash from api_key where id = $1", [
      key.id,
    ]);
    expect(rows[0]?.secret_hash).toEqual(createHash("sha256").update(key.secret).digest());
  });

  it("acts for its maker, and notes its last use", async () => {
    const key = await addApiKey(admin.caller, "ADMIN");
    expect(await key.ok("{ viewer { role user { name } } }")).toEqual({
      viewer: { role: "ADMIN", user: { name: "Carla" } },
    });
    const { apiKeys } = await owner.ok<{ apiKeys: { id: string; lastUsedAt: string | null }[] }>(LIST);
    expect(apiKeys.find(({ id }) => id === key.keyId)?.lastUsedAt).not.toBeNull();
  });

  it("goes before the cookie of the same request, and is not replaced by it when it is unknown", async () => {
    const key = await addApiKey(owner, "AGENT");
    expect(await roleOf(owner.with(key.headers))).toBe("AGENT");
    for (const authorization of ["Bearer clk_unknown", "Bearer", "Basic b2xnYTpvbGdh", ""]) {
      expect(await roleOf(owner.with({ authorization }))).toBeUndefined();
    }
  });

  it("cannot be made with a stronger role than one's own", async () => {
    expect(await admin.caller.refused(CREATE, { input: { name: "K", role: "OWNER" } })).toEqual({
      code: "FORBIDDEN",
      message: "Solo un propietario puede hacer esto",
    });
  });

  it("never does more than its maker: it weakens with them, and ends when they are deactivated", async () => {
    const maker = await addPerson(owner, "ADMIN", "Debilitada");
    const key = await addApiKey(maker.caller, "ADMIN");
    const elsewhere = key.at(other);
    expect([await roleOf(key), await roleOf(elsewhere)]).toEqual(["ADMIN", "ADMIN"]);
    await owner.ok(USER, { id: maker.id, input: { role: "AGENT" } });
    expect(await roleOf(key)).toBe("AGENT");
    expect(await key.refused(`mutation { createTeam(input: { name: "X" }) { id } }`)).toMatchObject({
      code: "FORBIDDEN",
    });
    await expect.poll(() => roleOf(elsewhere), { timeout: 10_000 }).toBe("AGENT");
    await owner.ok(USER, { id: maker.id, input: { active: false } });
    expect(await key.refused("{ clientCount }")).toMatchObject({ code: "UNAUTHENTICATED" });
    await expect.poll(() => roleOf(elsewhere), { timeout: 10_000 }).toBeUndefined();
  });

  it("of an agent's role sees the clients of its maker's teams", async () => {
    const team = await addTeam(owner, "Norte");
    const maker = await addPerson(owner, "ADMIN", "Norteña", [team]);
    const key = await addApiKey(maker.caller, "AGENT");
    await addClient(owner, { name: "De nadie" });
    await addClient(owner, { name: "Del norte", teamId: team });
    expect(await key.ok("{ clients { nodes { name } } }")).toEqual({ clients: { nodes: [{ name: "Del norte" }] } });
  });

  it("revoked is worth nothing at once, in another process too", async () => {
    const key = await addApiKey(admin.caller, "ADMIN");
    const elsewhere = key.at(other);
    expect([await roleOf(key), await roleOf(elsewhere)]).toEqual(["ADMIN", "ADMIN"]);
    expect(await admin.caller.ok(REVOKE, { id: key.keyId })).toEqual({ revokeApiKey: true });
    expect(await roleOf(key)).toBeUndefined();
    await expect.poll(() => roleOf(elsewhere), { timeout: 10_000 }).toBeUndefined();
    for (const id of [key.keyId, "nada"])
      expect(await owner.refused(REVOKE, { id })).toMatchObject({ code: "NOT_FOUND" });
  });

  it("expires on time, though it was used a moment before", async () => {
    const key = await addApiKey(owner, "ADMIN", new Date(Date.now() + 1500).toISOString());
    expect(await roleOf(key)).toBe("ADMIN");
    await expect.poll(() => roleOf(key), { timeout: 10_000 }).toBeUndefined();
  });

  it.each([
    [{ name: "" }, "name", "Falta este dato", "This is needed"],
    [{ name: "x".repeat(81) }, "name", "Como mucho 80 caracteres", "At most 80 characters"],
    [
      { expiresAt: "2020-01-01T00:00:00Z" },
      "expiresAt",
      "Tiene que ser una fecha futura",
      "Has to be a date in the future",
    ],
  ])("is not made with %j", async (input, path, spanish, english) => {
    for (const [language, message] of [
      ["es", spanish],
      ["en", english],
    ] as const) {
      const refusal = await admin.caller
        .with({ "accept-language": language })
        .refused(CREATE, { input: { name: "K", role: "AGENT", ...input } });
      expect(refusal).toMatchObject({ code: "BAD_USER_INPUT", fields: [{ path, message }] });
    }
  });

  it("opens no session", async () => {
    const key = await addApiKey(owner, "OWNER");
    const person = {
      code: "FORBIDDEN",
      message: "Esto solo puede hacerlo una persona con su sesión, no una clave de API",
    };
    for (const operation of [
      "{ sessions { id } }",
      "mutation { signOut }",
      "{ apiKeys { id } }",
      `mutation { createApiKey(input: { name: "K", role: AGENT }) { id } }`,
    ]) {
      expect(await key.refused(operation)).toEqual(person);
    }
  });
});
