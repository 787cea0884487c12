import { afterAll, beforeAll, expect, it } from "vitest";
import { startApi } from "./api.ts";

const lines: string[] = [];
let api: Awaited<ReturnType<typeof startApi>>;
beforeAll(async () => {
  api = await startApi({ log: { write: (line) => void lines.push(line) } });
});
afterAll(() => api.stop());

const crash = {
  part: "timeline",
  page: "/clients/:id",
  error: "TypeError",
  places: ["assets/ClientPage-Dk3_x.js:12:3401"],
};
const tell = (told: object, headers: Record<string, string> = { "content-type": "application/json" }) =>
  api.anonymous.send({ path: "/crashes", headers, body: JSON.stringify(told) });
const written = () => lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === "a page of the admin broke");

it("tells the log where the admin's code broke [Q30]", async () => {
  expect((await tell(crash)).status).toBe(204);
  expect(written()).toEqual([expect.objectContaining({ ...crash, level: "warn" })]);
});

it.each([
  ["a message", { ...crash, message: "Ana Torres is not a function" }],
  ["a page with an address", { ...crash, page: "/clients?q=ana@example.com" }],
  ["a page of a client", { ...crash, page: "/clients/0198c0de-0000-7000-8000-000000000000" }],
  ["a name with more than a name", { ...crash, error: "Error: Ana" }],
  ["a place with a sentence", { ...crash, places: ["assets/a.js:1:1 called by Ana"] }],
  ["a line that ends and goes on", { ...crash, part: "timeline\n{" }],
  ["more places than a log wants", { ...crash, places: Array.from({ length: 13 }, () => "assets/a.js:1:1") }],
])("writes nothing of %s", async (_, told) => {
  const before = lines.length;
  expect((await tell(told)).status).toBe(400);
  expect(lines.slice(before).join("")).not.toContain("Ana");
  expect(written()).toHaveLength(1);
});

it("is no way to fill the log, nor for a page of another origin", async () => {
  expect((await tell(crash, { "content-type": "text/plain" })).status).toBe(400);
  expect((await tell({ ...crash, page: `/${"a".repeat(5000)}` })).status).toBe(413);
  const answers = await Promise.all(Array.from({ length: 70 }, () => tell(crash)));
  expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
  expect(written().length).toBeLessThanOrEqual(61);
});
