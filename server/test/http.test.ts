import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cookieOf, PASSWORD, startApi } from "./api.ts";
import { addApiKey, addClient, addPerson, dump, OWNER_EMAIL, setUpInput, startBusiness, tokenOf } from "./business.ts";
import type { Answer, Caller } from "./caller.ts";

const lines: string[] = [];
let api: Awaited<ReturnType<typeof startBusiness>>;
let owner: Caller;
beforeAll(async () => {
  api = await startBusiness({ log: { write: (line) => void lines.push(line) } });
  owner = api.owner;
});
afterAll(() => api.stop());

const json = { "content-type": "application/json" };
const mutation = `mutation { createTag(input: { name: "CSRF" }) { id } }`;

describe("a page of another origin [Q31]", () => {
  const body = JSON.stringify({ query: mutation });
  it.each<[string, Parameters<Caller["send"]>[0]]>([
    [
      "a form",
      {
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: `query=${encodeURIComponent(mutation)}`,
      },
    ],
    [
      "a form of parts",
      {
        headers: { "content-type": "multipart/form-data; boundary=x" },
        body: `--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n${body}\r\n--x--`,
      },
    ],
    ["plain text", { headers: { "content-type": "text/plain" }, body }],
    ["plain text that says JSON", { headers: { "content-type": "text/plain; application/json" }, body }],
    ["no content type", { body }],
    ["GET", { method: "GET", path: `/graphql?query=${encodeURIComponent(mutation)}` }],
    [
      "GET of a query",
      { method: "GET", path: `/graphql?query=${encodeURIComponent("{ clients { nodes { email } } }")}` },
    ],
    [
      "GET with the header that pages cannot send",
      {
        method: "GET",
        path: `/graphql?query=${encodeURIComponent(mutation)}`,
        headers: { "apollo-require-preflight": "1" },
      },
    ],
    ["HEAD", { method: "HEAD", path: `/graphql?query=${encodeURIComponent(mutation)}` }],
    ["PUT", { method: "PUT", headers: json, body }],
    ["DELETE", { method: "DELETE", headers: json, body }],
  ])("executes nothing by %s", async (_, request) => {
    const before = await dump(api.pool);
    const { status, data, text } = await owner.send({
      ...request,
      headers: { origin: "https://evil.example", ...request.headers },
    });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(data ?? null).toBeNull();
    expect(text).not.toContain("@example");
    expect(await dump(api.pool)).toEqual(before);
  });

  it("is not told that it may read or send with credentials", async () => {
    const { status, headers } = await owner.send({
      method: "OPTIONS",
      headers: {
        origin: "https://evil.example",
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type",
      },
    });
    const answer = await owner.with({ origin: "https://evil.example" }).gql("{ viewer { role } }");
    expect(status).not.toBe(500);
    for (const each of [headers, answer.headers]) {
      expect(Object.keys(each).filter((name) => name.startsWith("access-control-allow"))).toEqual([]);
    }
  });
});

describe("a body", () => {
  it.each<[string, string | Buffer, number]>([
    ["that is no JSON", "{", 400],
    ["that is empty", "", 400],
    ["that is null", "null", 400],
    ["that is a number", "7", 400],
    ["that is a list", JSON.stringify([{ query: "{ clientCount }" }]), 400],
    ["without a query", "{}", 400],
    ["whose query is no text", JSON.stringify({ query: 7 }), 400],
    ["whose variables are no object", JSON.stringify({ query: "{ clientCount }", variables: "x" }), 400],
    ["of 100,000 brackets", `${"[".repeat(100_000)}${"]".repeat(100_000)}`, 400],
    [
      "whose variables are nested 10,000 deep",
      `{"query":"query ($f: ClientFilter) { clientCount(filter: $f) }","variables":{"f":${'{"search":'.repeat(10_000)}1${"}".repeat(10_000)}}}`,
      400,
    ],
    ["of more than a megabyte", JSON.stringify({ query: "{ clientCount }", padding: "x".repeat(1 << 20) }), 413],
    ["that is not UTF-8", Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), 400],
  ])("%s is a clear refusal", async (_, body, expected) => {
    const { status, text, headers } = await owner.send({ headers: json, body });
    expect(status).toBe(expected);
    expect(headers["cache-control"]).toBe("no-store");
    expect(text).not.toMatch(/node_modules|\bat .+:\d+/);
    const { errors } = JSON.parse(text) as { errors: { message: string; extensions: { code: string } }[] };
    expect(["BAD_REQUEST", "BAD_USER_INPUT"]).toContain(errors[0]?.extensions.code);
  });

  it("in a compression or character set that is not served is a clear refusal", async () => {
    const body = JSON.stringify({ query: "{ clientCount }" });
    for (const headers of [
      { ...json, "content-encoding": "x-evil" },
      { "content-type": "application/json; charset=x-evil" },
    ]) {
      const { status, text } = await owner.send({ headers, body });
      expect(status).toBe(415);
      expect(JSON.parse(text).errors[0].extensions.code).toBe("BAD_REQUEST");
    }
  });

  it("that is compressed does not unpack to more than a megabyte [Q25]", async () => {
    const { gzipSync } = await import("node:zlib");
    const body = gzipSync(JSON.stringify({ query: "{ clientCount }", padding: "x".repeat(50 << 20) }));
    const { status } = await owner.send({ headers: { ...json, "content-encoding": "gzip" }, body });
    expect(status).toBe(413);
  });
});

describe("headers", () => {
  it("keep answers from being framed, sniffed, kept and referred to", async () => {
    const { headers } = await owner.gql("{ viewer { role } }");
    expect(headers).toMatchObject({
      "content-type": expect.stringContaining("application/json"),
      "x-content-type-options": "nosniff",
      "x-frame-options": "SAMEORIGIN",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "no-store",
      "x-request-id": expect.stringMatching(/^[\da-f-]{36}$/),
    });
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(headers["content-security-policy"]).not.toMatch(/script-src[^;]*unsafe/);
    expect(headers["x-powered-by"]).toBeUndefined();
    expect(headers["strict-transport-security"]).toBeUndefined();
  });

  it.each(["/graphql/", "/GraphQL", "/graphql?tag=1", "/graphql/clients"])("are the same under %s", async (path) => {
    const body = JSON.stringify({ query: "{ viewer { role } }" });
    const [plain, other] = await Promise.all(
      [undefined, path].map((path) => owner.send({ path, headers: json, body })),
    );
    const headersOf = ({ headers: { date: _, "x-request-id": __, ...headers } }: Answer<unknown>) => headers;
    expect(other?.text).toBe(plain?.text);
    expect(headersOf(other as Answer<unknown>)).toEqual(headersOf(plain as Answer<unknown>));
  });

  it("say that an answer is compressed where it is large and its reader takes that", async () => {
    const { gunzipSync } = await import("node:zlib");
    const ask = (query: string, encoding?: string) =>
      owner.send({
        headers: { ...json, ...(encoding && { "accept-encoding": encoding }) },
        body: JSON.stringify({ query }),
      });
    const large = "{ __schema { types { name description } } }";
    const plain = await ask(large);
    expect(plain.headers).toMatchObject({
      "content-length": String(Buffer.byteLength(plain.text)),
      vary: "Accept-Encoding",
    });
    expect((await ask(large, "identity")).text).toBe(plain.text);
    const packed = await ask(large, "gzip");
    expect(packed.headers).toMatchObject({ "content-encoding": "gzip", vary: "Accept-Encoding" });
    expect(gunzipSync(packed.bytes).toString()).toBe(plain.text);
    expect((await ask("{ __typename }", "gzip")).headers["content-encoding"]).toBeUndefined();
  });

  it("a hostile Host makes no link [Q31]", async () => {
    const hostile = owner.with({
      host: "evil.example",
      "x-forwarded-host": "evil.example",
      "x-forwarded-proto": "https",
    });
    const { inviteUser } = await hostile.ok<{ inviteUser: { link: string } }>(
      `mutation { inviteUser(input: { name: "X", email: "host@example.com", role: AGENT }) { link } }`,
    );
    expect(inviteUser.link.startsWith(`${api.url}/invitation?token=`)).toBe(true);
  });

  it("of no length limit us: a cookie of many parts finds the session", async () => {
    const cookie = `${Array.from({ length: 100 }, (_, i) => `c${i}=x`).join("; ")}; ${owner.headers.cookie}; other=1`;
    expect(await api.anonymous.with({ cookie }).ok("{ viewer { role } }")).toEqual({ viewer: { role: "OWNER" } });
  });
});

describe("what fails unexpectedly", () => {
  it("shows a reference that is in the log, and nothing of the inside", async () => {
    const broken = await startBusiness({ log: { write: (line) => void lines.push(line) } });
    await broken.pool.query("alter table client add constraint secreta check (name <> 'Secreta')");
    const input = { name: "Secreta", email: "secreta@example.org", phone: "+34911234567" };
    const { status, text, errors } = await broken.owner.gql(
      "mutation ($input: CreateClientInput!) { createClient(input: $input) { id } }",
      { input },
    );
    expect(status).toBe(200);
    const reference = errors[0]?.extensions?.reference as string;
    expect(errors).toEqual([
      {
        message: `Algo ha fallado de nuestro lado. Referencia: ${reference}`,
        path: ["createClient"],
        locations: expect.anything(),
        extensions: { code: "INTERNAL", reference },
      },
    ]);
    expect(text).not.toMatch(/insert|constraint|node_modules|secreta/i);
    const logged = lines.filter((line) => line.includes(reference));
    expect(logged).toHaveLength(1);
    expect(logged[0]).toContain('"constraint":"secreta"');
    expect(logged[0]).not.toMatch(/secreta@example\.org|911234567/);
    await broken.pool.query("alter table tag rename to gone");
    const answers = await Promise.all([
      broken.owner.gql("{ tags { clientCount } clientStats { total } }"),
      broken.owner.gql(mutation),
    ]);
    expect(answers.map((answer) => answer.text).join()).not.toMatch(/relation|does not exist|select|insert/i);
    await broken.pool.query("alter table gone rename to tag");
    await broken.stop();
  });
});

describe("the log [Q32]", () => {
  it("has a line for each operation with its request id, and no secret or personal datum, whatever happened", async () => {
    lines.length = 0;
    const fresh = await startApi({ log: { write: (line) => void lines.push(line) } });
    const link = await fresh.setUpLink();
    const setUp = await fresh.anonymous.gql(
      "mutation ($token: String!, $input: SetUpInput!) { setUp(token: $token, input: $input) { role } }",
      {
        token: tokenOf(link),
        input: setUpInput,
      },
    );
    const cookie = cookieOf(setUp.headers) as string;
    const boss = fresh.anonymous.with({ cookie });
    const person = await addPerson(boss, "AGENT", "Ana Secreta");
    const key = await addApiKey(boss, "ADMIN");
    const client = { name: "Discreta", email: "discreta@example.org", phone: "+34911234567" };
    await addClient(key, client);
    await boss.gql("mutation ($input: CreateClientInput!) { createClient(input: $input) { id } }", { input: client });
    await fresh.anonymous.gql(`mutation { signIn(email: "wrong@example.com", password: "wrong password") { role } }`);
    await fresh.anonymous.gql(`query Named { clients(filter: { search: "discreta@example.org" }) { nodes { id } } }`);
    await fresh.anonymous.gql(`{ syntax error "discreta@example.org" `);
    await boss.gql("query ($f: ClientFilter) { clientCount(filter: $f) }", {
      f: { search: "discreta@example.org", status: ["discreta@example.org"] },
    });
    await boss.send({ headers: json, body: `{"password": "wrong password"` });
    const socket = boss.socket();
    const { ended } = await socket.subscribe("query ($s: String) { clientCount(filter: { search: $s }) }", {
      s: "discreta@example.org",
    });
    await ended;
    await socket.close();
    const answer = await boss.gql("query Marked { viewer { role } }");
    await fresh.stop();
    const log = lines.join("");
    const secrets = [
      PASSWORD,
      "wrong password",
      OWNER_EMAIL,
      person.email,
      "wrong@example.com",
      "discreta@example.org",
      "911234567",
      "Discreta",
      "Ana Secreta",
      tokenOf(link),
      cookie.split("=")[1] as string,
      person.caller.headers.cookie?.split("=")[1] as string,
      key.headers.authorization?.split(" ")[1] as string,
    ];
    for (const secret of secrets) expect(log).not.toContain(secret);
    const marked = lines
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .find(({ operation }) => operation === "Marked");
    expect(marked).toMatchObject({ requestId: answer.headers["x-request-id"], type: "query", msg: "operation" });
  });
});
