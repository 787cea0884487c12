import { argon2, createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

/** A new secret: 32 random bytes as 43 characters, fit for a cookie, a header or a link. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

/** A secret as it is stored. A fast hash suffices, for the secret is random and not chosen by a person. */
export const hashOfSecret = (secret: string): Buffer => createHash("sha256").update(secret).digest();

/** RFC 9106's second recommended option, with the memory OWASP names as enough: 19 MiB, 2 passes, 1 lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };
const derive = promisify(argon2);

/** A password as it is stored, in the PHC string format, so that the cost can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await derive("argon2id", { ...cost, message: normal(password), nonce });
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${text(nonce)}$${text(tag)}`;
}

/**
 * Compares in constant time. Without a stored password it takes as long and answers false, so that nobody learns which
 * accounts exist.
 */
export async function passwordMatches(password: string, stored: string | null): Promise<boolean> {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(stored ?? (await decoy));
  if (!match) return false;
  const [, memory, passes, parallelism, nonce = "", tag = ""] = match;
  const expected = Buffer.from(tag, "base64");
  const found = await derive("argon2id", {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: expected.length,
    message: normal(password),
    nonce: Buffer.from(nonce, "base64"),
  });
  return timingSafeEqual(found, expected) && stored !== null;
}

/** The same characters typed on different keyboards are the same password (NIST SP 800-63B, 5.1.1.2). */
const normal = (password: string) => password.normalize("NFKC");
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64").replace(/=+$/, "");
const decoy = hashPassword(newSecret());
