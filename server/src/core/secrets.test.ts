import { describe, expect, it } from "vitest";
import { hashOfSecret, hashPassword, newSecret, passwordMatches } from "./secrets.ts";

describe("secrets", () => {
  it("are 256 bits, each another, fit for links and headers", () => {
    const secrets = Array.from({ length: 1000 }, newSecret);
    expect(new Set(secrets).size).toBe(1000);
    for (const secret of secrets) expect(secret).toMatch(/^[\w-]{43}$/);
  });

  it("are stored as SHA-256", () => {
    expect(hashOfSecret("abc").toString("hex")).toBe(
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    );
  });
});

describe("passwords", () => {
  it("are stored as argon2id in the PHC format, each with a salt of its own", async () => {
    const [one, two] = await Promise.all([hashPassword("correct horse"), hashPassword("correct horse")]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(one).not.toBe(two);
    expect(await passwordMatches("correct horse", one)).toBe(true);
    expect(await passwordMatches("correct horse ", one)).toBe(false);
    expect(await passwordMatches("", one)).toBe(false);
  });

  it("stored at another cost still match", async () => {
    // From the reference implementation: echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1 -l 32
    const reference = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    expect(await passwordMatches("password", reference)).toBe(true);
    expect(await passwordMatches("Password", reference)).toBe(false);
  });

  it("match in whatever Unicode form they are typed", async () => {
    expect(await passwordMatches("n\u0303andu\u0301 \ufb01n", await hashPassword("\u00f1and\u00fa fin"))).toBe(true);
  });

  it.each([null, "", "plain", "$2b$10$abcdefghijklmnopqrstuv", "$argon2id$v=19$m=1,t=1,p=1$$"])(
    "never match what is stored as %j",
    async (stored) => {
      expect(await passwordMatches("password", stored)).toBe(false);
      expect(await passwordMatches("", stored)).toBe(false);
    },
  );
});
