import { afterAll, beforeAll, expect, it } from "vitest";
import { addClient, addPerson, addTask, addTeam, startBusiness } from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";

let api: Awaited<ReturnType<typeof startBusiness>>;
let callers: Record<"owner" | "stranger", Caller>;

/** More than are looked through in the list's order before the indexes are asked. */
const OTHERS = 900;

beforeAll(async () => {
  api = await startBusiness();
  const { caller } = await addPerson(api.owner, "AGENT", "Berta", [await addTeam(api.owner, "Sur")]);
  callers = { owner: api.owner, stranger: caller };
  const other = await addClient(api.owner, { name: "Ferretería Ibáñez" });
  await api.pool.query(
    "insert into task (client_id, title, due_at) select $1, 'Llamar ' || n, now() from generate_series(1, $2::int) as n",
    [other, OTHERS],
  );
  const client = await addClient(api.owner, { name: "Óptica Güell" });
  await addTask(api.owner, client, { title: "Enviar factura", description: "Al 01 55 50\u00a077 88" });
  await addTask(api.owner, client, { title: "Llamar por el 612 34-56 78" });
  await addTask(api.owner, await addClient(api.owner, { name: "Taller 24-78" }), { title: "Visitar" });
  await api.pool.query("analyze");
});
afterAll(() => api.stop());

it.each([
  ["factura", ["Enviar factura"]],
  ["enviar FACTURA", ["Enviar factura"]],
  ["guell factura", ["Enviar factura"]],
  ["güell", ["Enviar factura", "Llamar por el 612 34-56 78"]],
  ["guell llamar", ["Llamar por el 612 34-56 78"]],
  ["ibáñez factura", []],
  ["612345678", ["Llamar por el 612 34-56 78"]],
  ["612 345", ["Llamar por el 612 34-56 78"]],
  ["2478", ["Visitar"]],
  ["no está", []],
])("among many tasks «%s» finds %j by their words and their client's name [F194]", async (search, expected) => {
  const query = `query ($search: String!) { tasks(filter: { search: $search }, first: 50) { totalCount nodes { title } } }`;
  const found = async (caller: Caller) =>
    (await caller.ok<{ tasks: { totalCount: number; nodes: { title: string }[] } }>(query, { search })).tasks;
  const { totalCount, nodes } = await found(callers.owner);
  expect(nodes.map(({ title }) => title).sort()).toEqual(expected);
  expect(totalCount).toBe(expected.length);
  expect(await found(callers.stranger)).toEqual({ totalCount: 0, nodes: [] });
});
