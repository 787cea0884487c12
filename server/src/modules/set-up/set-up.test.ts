import { afterEach, expect, it } from "vitest";
import { type Api, type ApiOptions, cookieOf, PASSWORD, startApi } from "../../../test/api.ts";
import { dump, OWNER_EMAIL, setUpInput, startBusiness, tokenOf } from "../../../test/business.ts";
import { createTestDatabase } from "../../../test/database.ts";
import { loadDemo } from "./demo/demo.ts";

const SET_UP =
  "mutation ($token: String!, $input: SetUpInput!) { setUp(token: $token, input: $input) { role user { name email locale } } }";
const STATE = "{ setUpState { needed } }";

const started: Api[] = [];
const start = async (options?: ApiOptions) => {
  const api = await startApi(options);
  started.unshift(api);
  return api;
};
afterEach(async () => {
  for (const api of started.splice(0)) await api.stop();
});

it("the link sets the business up, signs its owner in and is gone", async () => {
  const api = await start();
  expect(await api.anonymous.ok(STATE)).toEqual({ setUpState: { needed: true } });
  const link = await api.setUpLink();
  expect(link).toMatch(new RegExp(`^${api.url}/setup\\?token=[\\w-]{43}$`));
  const { data, headers } = await api.anonymous.gql(SET_UP, {
    token: tokenOf(link),
    input: { ...setUpInput, country: "pa", email: " Olga@Example.COM " },
  });
  expect(data).toEqual({ setUp: { role: "OWNER", user: { name: "Olga", email: OWNER_EMAIL, locale: "es" } } });
  const owner = api.anonymous.with({ cookie: cookieOf(headers) as string });
  expect(
    await owner.ok(
      "{ settings { businessName locale timeZone currency country requireEmail phoneInsteadOfEmail allowDuplicates restrictAgentsToTeams } }",
    ),
  ).toEqual({
    settings: {
      businessName: "Ferretería Olga",
      locale: "es",
      timeZone: "UTC",
      currency: "EUR",
      country: "PA",
      requireEmail: true,
      phoneInsteadOfEmail: true,
      allowDuplicates: false,
      restrictAgentsToTeams: true,
    },
  });
  expect(await owner.ok("{ teams { name members { name } } }")).toEqual({
    teams: [{ name: "Equipo principal", members: [{ name: "Olga" }] }],
  });
  expect(await api.anonymous.ok(STATE)).toEqual({ setUpState: { needed: false } });
  expect(await api.setUpLink()).toBeNull();
  expect(await api.anonymous.refused(SET_UP, { token: tokenOf(link), input: setUpInput })).toEqual({
    code: "ILLEGAL_STATE",
    message: "Clientela ya está configurada",
  });
});

it("a wrong token sets nothing up, whatever else is said", async () => {
  const api = await start();
  await api.setUpLink();
  const before = await dump(api.pool);
  for (const token of ["", "nada", "x".repeat(43)]) {
    for (const input of [setUpInput, { ...setUpInput, email: "nadie" }]) {
      expect(await api.anonymous.refused(SET_UP, { token, input })).toMatchObject({ code: "FORBIDDEN" });
    }
  }
  expect(await dump(api.pool)).toEqual(before);
});

it("only the latest link works", async () => {
  const api = await start();
  const [first, second] = [await api.setUpLink(), await api.setUpLink()];
  expect(await api.anonymous.refused(SET_UP, { token: tokenOf(first), input: setUpInput })).toMatchObject({
    code: "FORBIDDEN",
  });
  await api.anonymous.ok(SET_UP, { token: tokenOf(second), input: setUpInput });
});

it("used twenty times at once, over two processes, it makes one business with one owner", async () => {
  const api = await start();
  const other = await start({ on: api });
  const token = tokenOf(await api.setUpLink());
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      (i % 2 ? api : other).anonymous.gql(SET_UP, { token, input: { ...setUpInput, email: `o${i}@example.com` } }),
    ),
  );
  expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
  const codes = new Set(answers.flatMap(({ errors }) => errors.map(({ extensions }) => extensions?.code)));
  for (const code of codes) expect(["ILLEGAL_STATE", "FORBIDDEN"]).toContain(code);
  const { rows } = await api.pool.query(
    "select (select count(*)::int from app_user) as people, (select count(*)::int from settings) as businesses",
  );
  expect(rows).toEqual([{ people: 1, businesses: 1 }]);
});

it.each([
  [{ businessName: " " }, "businessName", "Falta este dato", "This is needed"],
  [{ name: "" }, "name", "Falta este dato", "This is needed"],
  [{ email: "nadie" }, "email", "No parece una dirección de correo", "Does not look like an e-mail address"],
  [{ password: "short" }, "password", "Al menos 10 caracteres", "At least 10 characters"],
  [{ locale: "fr" }, "locale", "No es válido", "Not valid"],
  [{ timeZone: "Mars/Olympus" }, "timeZone", "No es una zona horaria", "Not a time zone"],
  [{ timeZone: "+05:00" }, "timeZone", "No es una zona horaria", "Not a time zone"],
  [{ currency: "euro" }, "currency", "Código de moneda de tres letras", "A currency code of three letters"],
])("refuses %j and keeps the link good", async (input, path, spanish, english) => {
  const api = await start();
  const token = tokenOf(await api.setUpLink());
  for (const [language, message] of [
    ["es", spanish],
    ["en", english],
  ] as const) {
    expect(
      await api.anonymous
        .with({ "accept-language": language })
        .refused(SET_UP, { token, input: { ...setUpInput, ...input } }),
    ).toMatchObject({
      code: "BAD_USER_INPUT",
      fields: [{ path, message }],
    });
  }
  await api.anonymous.ok(SET_UP, { token, input: setUpInput });
});

it("an owner named by the environment is set up at the start, once, without a link", async () => {
  const env = { owner: { email: "olga@example.com", password: PASSWORD } };
  const api = await start({ env });
  expect(await api.setUpLink()).toBeNull();
  const owner = await api.signIn("olga@example.com");
  expect(await owner.ok("{ viewer { role user { name } } }")).toEqual({
    viewer: { role: "OWNER", user: { name: "olga" } },
  });
  await start({ on: api, env: { owner: { email: "eva@example.com", password: "another password" } } });
  expect(await owner.ok("{ users { email } }")).toEqual({ users: [{ email: "olga@example.com" }] });
});

it("two processes that start at once on an empty database make one business with one demo", async () => {
  const empty = await createTestDatabase();
  const env = { demo: true, owner: { email: "olga@example.com", password: PASSWORD } };
  const on = { databaseUrl: empty.url };
  const [one, other] = await Promise.all([start({ on, env }), start({ on, env })]);
  await Promise.all([loadDemo(one.core), loadDemo(other.core)]);
  const owner = await other.signIn("olga@example.com");
  expect(await owner.ok("{ clientCount teams { name } }")).toEqual({
    clientCount: 101,
    teams: [{ name: "Américas" }, { name: "Europa" }],
  });
  for (const api of started.splice(0)) await api.stop();
  await empty.drop();
});

it("before the set-up nobody signs in, and texts are in the browser's language or Spanish", async () => {
  const api = await start();
  await expect(api.signIn(OWNER_EMAIL)).rejects.toThrow("El correo o la contraseña no son correctos");
  const { message } = await api.anonymous.with({ "accept-language": "en" }).refused("{ clientCount }");
  expect(message).toBe("Sign in to continue");
});

it("texts for whom nothing else says are in the business's language", async () => {
  const api = await startBusiness();
  started.unshift(api);
  await api.owner.ok(`mutation { updateSettings(input: { locale: "en" }) { locale } }`);
  for (const header of [{}, { "accept-language": "fr, de;q=0.5" }]) {
    expect((await api.anonymous.with(header as Record<string, string>).refused("{ clientCount }")).message).toBe(
      "Sign in to continue",
    );
  }
});
