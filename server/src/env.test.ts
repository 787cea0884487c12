import { expect, test } from "vitest";
import { readEnv } from "./env.ts";

test("has defaults that let nobody else in before the set-up", () => {
  expect(readEnv({}, [])).toEqual({
    port: 4000,
    host: "127.0.0.1",
    dataDir: expect.stringMatching(/^\/.*\/\.data$/),
    databaseUrl: undefined,
    connections: 24,
    publicUrl: undefined,
    owner: undefined,
    smtp: undefined,
    logLevel: "info",
    trustProxy: 0,
    maxFileBytes: 25 << 20,
    s3: undefined,
    demo: false,
  });
});

test("reads every variable", () => {
  const variables = {
    PORT: "8080",
    HOST: "0.0.0.0",
    DATA_DIR: "/srv/clientela",
    DATABASE_URL: "postgresql://crm:secret@db.example.com/crm?sslmode=require",
    DATABASE_CONNECTIONS: "60",
    PUBLIC_URL: "https://clientes.example.com/",
    OWNER_EMAIL: " Ana@Example.com ",
    OWNER_PASSWORD: "correct horse",
    SMTP_URL: "smtps://crm:secret@mail.example.com",
    MAIL_FROM: "Hola@Example.com",
    LOG_LEVEL: "debug",
    TRUST_PROXY: "2",
    MAX_FILE_MB: "100",
    S3_BUCKET: "clientela",
    S3_ENDPOINT: "https://s3.example.com",
    S3_REGION: "eu-south-2",
    S3_ACCESS_KEY_ID: "key",
    S3_SECRET_ACCESS_KEY: "secret",
  };
  expect(readEnv(variables, ["--demo"])).toEqual({
    port: 8080,
    host: "0.0.0.0",
    dataDir: "/srv/clientela",
    databaseUrl: variables.DATABASE_URL,
    connections: 60,
    publicUrl: "https://clientes.example.com",
    owner: { email: "ana@example.com", password: "correct horse" },
    smtp: { url: "smtps://crm:secret@mail.example.com", from: "hola@example.com" },
    logLevel: "debug",
    trustProxy: 2,
    maxFileBytes: 100 << 20,
    s3: {
      bucket: "clientela",
      endpoint: "https://s3.example.com",
      region: "eu-south-2",
      accessKeyId: "key",
      secretAccessKey: "secret",
    },
    demo: true,
  });
});

test("takes an empty variable for one that is not set", () => {
  expect(readEnv({ PORT: "", DATABASE_URL: "" }, [])).toEqual(readEnv({}, []));
});

test.each([
  ["PORT", "65536"],
  ["PORT", "-1"],
  ["PORT", "4e3"],
  ["PORT", "80 "],
  ["HOST", "my host"],
  ["DATABASE_URL", "mysql://db/crm"],
  ["DATABASE_URL", "db.example.com"],
  ["PUBLIC_URL", "crm.example.org"],
  ["PUBLIC_URL", "https://example.com/crm"],
  ["PUBLIC_URL", "ftp://example.com"],
  ["OWNER_EMAIL", "ana"],
  ["SMTP_URL", "smtp.example.org"],
  ["SMTP_URL", "https://smtp.example.org"],
  ["MAIL_FROM", "Clientela"],
  ["OWNER_PASSWORD", "too short"],
  ["LOG_LEVEL", "loud"],
  ["TRUST_PROXY", "true"],
])("names %s when it is %j, without repeating it", (name, value) => {
  const others = name.startsWith("OWNER") ? { OWNER_EMAIL: "a@b.co", OWNER_PASSWORD: "long enough" } : {};
  expect(() => readEnv({ ...others, [name]: value }, [])).toThrow(new RegExp(`^${name} must be (?!.*${value}).*\\.$`));
});

test.each([
  [{ OWNER_EMAIL: "ana@example.com" }, "OWNER_PASSWORD must be set too"],
  [{ OWNER_PASSWORD: "correct horse" }, "OWNER_EMAIL must be set too"],
  [{ SMTP_URL: "smtp://localhost" }, "MAIL_FROM must be set too"],
  [{ MAIL_FROM: "ana@example.com" }, "SMTP_URL must be set too"],
])("wants together what makes sense together only", (variables, sentence) => {
  expect(() => readEnv(variables, [])).toThrow(sentence);
});

test("refuses arguments it does not know", () => {
  expect(() => readEnv({}, ["--dmeo"])).toThrow("--dmeo is not an argument of Clientela");
});

test.each([
  [{ S3_BUCKET: "clientela" }, "S3_ACCESS_KEY_ID"],
  [{ S3_BUCKET: "clientela", S3_ACCESS_KEY_ID: "key" }, "S3_SECRET_ACCESS_KEY"],
  [{ S3_BUCKET: "a/b" }, "S3_BUCKET"],
  [{ MAX_FILE_MB: "0" }, "MAX_FILE_MB"],
  [{ MAX_FILE_MB: "2001" }, "MAX_FILE_MB"],
])("refuses %j by naming %s", (variables, name) => {
  expect(() => readEnv(variables, [])).toThrow(name);
});
