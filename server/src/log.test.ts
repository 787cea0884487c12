import { expect, test } from "vitest";
import { createLog } from "./log.ts";

function record(write: (log: ReturnType<typeof createLog>) => void): Record<string, unknown> {
  let line = "";
  write(createLog("info", { write: (text) => (line = text) }));
  return JSON.parse(line);
}

test("is one JSON object per line with level, time and what was given", () => {
  const entry = record((log) => log.child({ requestId: "r1" }).info({ port: 4000 }, "serving"));
  expect(entry).toMatchObject({ level: "info", msg: "serving", port: 4000, requestId: "r1" });
  expect(Date.parse(String(entry.time))).not.toBeNaN();
});

test("blanks out secrets and people's data, also inside", () => {
  const given = {
    password: "p4ssw0rd",
    headers: { cookie: "s=1", authorization: "Bearer x" },
    input: { email: "a@b.co" },
  };
  const entry = record((log) => log.warn({ ...given, request: { headers: { cookie: "s=2" } } }, "refused"));
  expect(JSON.stringify(entry)).not.toMatch(/p4ssw0rd|s=1|s=2|Bearer|a@b\.co/);
});

test("keeps of a database error what names the rule and nothing that a person typed", () => {
  const error = Object.assign(
    new Error(`insert into "client" values ('Ana') - duplicate key value violates "email_key"`),
    {
      code: "23505",
      constraint: "email_key",
      detail: "Key (email)=(ana@example.com) already exists.",
    },
  );
  const { err } = record((log) => log.error({ err: error }, "failed"));
  expect(err).toMatchObject({ code: "23505", constraint: "email_key" });
  expect(JSON.stringify(err)).not.toMatch(/Ana|ana@example/);
  expect((err as { stack: string[] }).stack[0]).toMatch(/^\s+at /);
});

test("keeps no value of a failed conversion", () => {
  const error = Object.assign(new Error('invalid input syntax for type uuid: "Ana Pérez"'), { code: "22P02" });
  expect(JSON.stringify(record((log) => log.error({ err: error }, "failed")))).not.toContain("Ana");
});
