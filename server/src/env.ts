import { resolve } from "node:path";
import { emailRules, passwordRules } from "@clientela/shared/people/rules";
import { z } from "zod";
import { LEAST_CONNECTIONS } from "./database/connections.ts";
import { type LogLevel, logLevels } from "./log.ts";
import { ROOT } from "./root.ts";
import { StartError } from "./start-error.ts";

/** A bucket of S3, or of what speaks its language. */
export interface S3Env {
  bucket: string;
  /** Absent: Amazon's own. */
  endpoint: string | undefined;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/** The configuration of one start, checked. */
export interface Env {
  port: number;
  host: string;
  /** Absolute path. */
  dataDir: string;
  /** An external PostgreSQL instead of the embedded one. */
  databaseUrl: string | undefined;
  /** The most connections that this process takes. */
  connections: number;
  /** Where people reach us, without a slash at the end. */
  publicUrl: string | undefined;
  /** Created on an empty database instead of asking on the set-up page. */
  owner: { email: string; password: string } | undefined;
  logLevel: LogLevel;
  /** Proxies in front of us whose X-Forwarded-For counts. */
  trustProxy: number;
  /** The largest file of a client. */
  maxFileBytes: number;
  /** Where files are kept instead of the data folder. */
  s3: S3Env | undefined;
  /** How e-mail leaves, and from which address; undefined: it is kept in the outbox. */
  smtp: { url: string; from: string } | undefined;
  /** Load the demo business. */
  demo: boolean;
}

const whole = (max: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((value) => value <= max);

const rules = {
  PORT: { rule: whole(65_535).default(4000), asks: "a whole number from 0 (any free port) to 65535" },
  // The first visitor sets the business up: nobody else is on this machine's own address.
  HOST: { rule: z.string().regex(/^\S+$/).default("127.0.0.1"), asks: "an address or name of this machine" },
  DATA_DIR: { rule: z.string().default(".data"), asks: "a folder" },
  DATABASE_URL: {
    rule: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    asks: "like postgres://user:password@host:5432/database",
  },
  DATABASE_CONNECTIONS: {
    rule: whole(1000)
      .refine((value) => value >= LEAST_CONNECTIONS)
      .default(24),
    asks: `a whole number from ${LEAST_CONNECTIONS} to 1000`,
  },
  PUBLIC_URL: {
    rule: z
      .string()
      .regex(/^https?:\/\/[^\s/?#]+\/?$/)
      .refine((url) => URL.canParse(url))
      .transform((url) => new URL(url).origin)
      .optional(),
    asks: "like https://clientes.example.com, without a path",
  },
  OWNER_EMAIL: { rule: emailRules.optional(), asks: "an e-mail address" },
  OWNER_PASSWORD: { rule: passwordRules.optional(), asks: "10 to 200 characters" },
  SMTP_URL: {
    rule: z
      .url({ protocol: /^smtps?$/ })
      .refine((url) => URL.parse(url)?.hostname)
      .optional(),
    asks: "like smtp://user:password@mail.example.com:587, or smtps:// for TLS from the start",
  },
  MAIL_FROM: { rule: emailRules.optional(), asks: "an e-mail address" },
  LOG_LEVEL: { rule: z.enum(logLevels).default("info"), asks: `one of ${logLevels.join(", ")}` },
  MAX_FILE_MB: {
    rule: whole(2000)
      .refine((value) => value >= 1)
      .default(25),
    asks: "a number of megabytes, 1 to 2000",
  },
  S3_BUCKET: {
    rule: z
      .string()
      .regex(/^[\w.-]{3,63}$/)
      .optional(),
    asks: "the name of a bucket",
  },
  S3_ENDPOINT: { rule: z.url({ protocol: /^https?$/ }).optional(), asks: "like https://s3.example.com" },
  S3_REGION: {
    rule: z
      .string()
      .regex(/^[\w-]+$/)
      .default("us-east-1"),
    asks: "the name of a region",
  },
  S3_ACCESS_KEY_ID: { rule: z.string().optional(), asks: "the id of an access key" },
  S3_SECRET_ACCESS_KEY: { rule: z.string().optional(), asks: "the secret of the access key" },
  TRUST_PROXY: { rule: whole(10).default(0), asks: "the number of proxies in front, 0 to 10" },
} as const;

/**
 * Reads the configuration from environment variables and arguments. An empty variable counts as not set.
 * @throws StartError with a sentence that names the variable and what it must be, never its value
 */
export function readEnv(variables: Record<string, string | undefined>, argv: string[]): Env {
  const read = <Name extends keyof typeof rules>(name: Name): z.output<(typeof rules)[Name]["rule"]> => {
    const result = rules[name].rule.safeParse(variables[name] || undefined);
    if (!result.success) throw new StartError(`${name} must be ${rules[name].asks}.`);
    return result.data as z.output<(typeof rules)[Name]["rule"]>;
  };
  const unknown = argv.find((argument) => argument !== "--demo");
  if (unknown) throw new StartError(`${unknown} is not an argument of Clientela; there is only --demo.`);
  return {
    port: read("PORT"),
    host: read("HOST"),
    dataDir: resolve(ROOT, read("DATA_DIR")),
    databaseUrl: read("DATABASE_URL"),
    connections: read("DATABASE_CONNECTIONS"),
    publicUrl: read("PUBLIC_URL"),
    owner: together(
      "OWNER_EMAIL",
      read("OWNER_EMAIL"),
      "OWNER_PASSWORD",
      read("OWNER_PASSWORD"),
      (email, password) => ({
        email,
        password,
      }),
    ),
    smtp: together("SMTP_URL", read("SMTP_URL"), "MAIL_FROM", read("MAIL_FROM"), (url, from) => ({ url, from })),
    logLevel: read("LOG_LEVEL"),
    trustProxy: read("TRUST_PROXY"),
    maxFileBytes: read("MAX_FILE_MB") << 20,
    s3: s3(read("S3_BUCKET"), {
      endpoint: read("S3_ENDPOINT"),
      region: read("S3_REGION"),
      accessKeyId: read("S3_ACCESS_KEY_ID"),
      secretAccessKey: read("S3_SECRET_ACCESS_KEY"),
    }),
    demo: argv.includes("--demo"),
  };
}

/** Where people reach a server that listens on this port; without a slash at the end. */
export const publicUrlOf = ({ publicUrl, host }: Pick<Env, "publicUrl" | "host">, port: number): string =>
  publicUrl ?? `http://${["127.0.0.1", "0.0.0.0", "::", "::1"].includes(host) ? "localhost" : host}:${port}`;

/** @throws StartError when only one of two is set */
function together<T>(
  nameA: string,
  a: string | undefined,
  nameB: string,
  b: string | undefined,
  both: (a: string, b: string) => T,
): T | undefined {
  if (a && b) return both(a, b);
  if (!a && !b) return undefined;
  throw new StartError(`${a ? nameB : nameA} must be set too: ${nameA} and ${nameB} go together.`);
}

type Keys = Pick<S3Env, "endpoint" | "region"> & {
  accessKeyId?: string | undefined;
  secretAccessKey?: string | undefined;
};

function s3(bucket: string | undefined, { accessKeyId, secretAccessKey, ...where }: Keys): S3Env | undefined {
  if (!bucket) return undefined;
  if (accessKeyId && secretAccessKey) return { bucket, accessKeyId, secretAccessKey, ...where };
  const missing = accessKeyId ? "S3_SECRET_ACCESS_KEY" : "S3_ACCESS_KEY_ID";
  throw new StartError(`${missing} must be set too, with S3_BUCKET.`);
}
