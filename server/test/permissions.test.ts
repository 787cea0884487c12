import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSchema } from "../src/schema.ts";
import { dump } from "./business.ts";
import type { Caller } from "./caller.ts";
import { codes, matrix } from "./permission-matrix.ts";
import { operations } from "./permission-operations.ts";
import { api, callers, names, newClient, newContact, newEntry, signInAgain, startWorld } from "./permission-world.ts";

beforeAll(startWorld);
afterAll(() => api.stop());

/** How an operation went, in the matrix's letters. */
async function outcome(field: string, caller: Caller, operation: string, variables: object): Promise<string> {
  if (field.startsWith("Subscription.")) return outcomeOfSubscription(caller, operation, variables);
  const { data, errors } = await caller.gql(operation, variables);
  if (errors.length === 0) return Object.values(data ?? {})[0] === null ? "0" : "+";
  const code = errors[0]?.extensions?.code;
  return Object.entries(codes).find(([, known]) => known === code)?.[0] ?? String(code);
}

async function outcomeOfSubscription(caller: Caller, operation: string, variables: object): Promise<string> {
  const socket = caller.socket();
  const { all, ended } = await socket.subscribe<object>(operation, variables);
  let over: string | undefined;
  void socket.closed.then(({ code }) => {
    over ??= code === 4401 ? "U" : String(code);
  });
  void ended.then((errors) => {
    if (Array.isArray(errors)) over ??= errors[0].extensions.code === "NOT_FOUND" ? "N" : errors[0].extensions.code;
  });
  // Written until it arrives: nothing tells when a subscription has begun to listen.
  const ask = `mutation ($id: ID!) { addTimelineEntry(clientId: $id, input: { description: "Nota" }) { id } }`;
  while (!over && all.length === 0) {
    if (caller !== api.anonymous && caller !== callers.stranger) await api.owner.ok(ask, variables);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await socket.close();
  return over ?? "+";
}

/** Fields after which everyone signs in again. */
const endsSessions = new Set(["signIn", "signOut", "signOutEverywhere", "changePassword"]);

describe("who may call what [Q9] [Q10]", () => {
  it("lists every root field of the schema, and no other", async () => {
    const schema = await createSchema();
    const fields = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) =>
      Object.keys(type?.getFields() ?? {}).map((field) => `${type?.name}.${field}`),
    );
    expect(Object.keys(matrix).sort()).toEqual(fields.sort());
    expect(Object.keys(operations).sort()).toEqual(fields);
  });

  it.each(Object.entries(matrix))("%s", async (field, row) => {
    const [operation, variables] = operations[field] as (typeof operations)[string];
    const found: string[] = [];
    for (const name of names) {
      const given = (await variables?.(name)) ?? {};
      const before = await dump(api.pool);
      const letter = await outcome(field, callers[name], operation, given);
      found.push(letter);
      if (letter in codes && letter !== "+") {
        const after = await dump(api.pool);
        for (const table of Object.keys(before)) {
          expect(after[table], `${table} after ${field} was denied to ${name}`).toBe(before[table]);
        }
      }
      if (endsSessions.has(field.split(".")[1] as string)) await signInAgain();
    }
    expect(found.join(" ")).toBe(row);
  });
});

describe("what belongs to another team answers like what does not exist [Q11]", () => {
  const missing = "01900000-0000-7000-8000-000000000000";
  const malformed = "nothing";
  it.each([
    ["Query.client", newClient],
    ["Mutation.updateClient", newClient],
    ["Mutation.deleteClient", newClient],
    ["Query.clientAudience", newClient],
    ["Query.clientFieldHistory", newClient],
    ["Mutation.reactivateClient", newClient],
    ["Mutation.addContact", newClient],
    ["Mutation.updateContact", newContact],
    ["Mutation.setContactActive", newContact],
    ["Mutation.addTimelineEntry", newClient],
    ["Mutation.updateTimelineEntry", newEntry],
    ["Mutation.deleteTimelineEntry", newEntry],
  ])("%s", async (field, make) => {
    const [operation] = operations[field] as (typeof operations)[string];
    const [foreign, absent, unfit] = await Promise.all(
      [await make(), missing, malformed].map((id) => callers.stranger.gql(operation, { id })),
    );
    expect(foreign?.text).toBe(absent?.text);
    expect(foreign?.text).toBe(unfit?.text);
    expect(foreign?.status).toBe(absent?.status);
  });

  it.each([missing, malformed, "foreign"])("Subscription.timelineEntryAdded of %s", async (id) => {
    const socket = callers.stranger.socket();
    const { ended } = await socket.subscribe(operations["Subscription.timelineEntryAdded"]?.[0] as string, {
      id: id === "foreign" ? await newClient() : id,
    });
    expect(await ended).toEqual([{ message: "No existe o ya no puedes verlo", extensions: { code: "NOT_FOUND" } }]);
    await socket.close();
  });

  it("a person's own session is not another's to end", async () => {
    const { sessions } = await callers.owner.ok<{ sessions: { id: string }[] }>("{ sessions { id } }");
    const end = "mutation ($id: ID!) { signOutSession(id: $id) }";
    const foreign = await callers.admin.gql(end, { id: sessions[0]?.id });
    expect(foreign.text).toBe((await callers.admin.gql(end, { id: missing })).text);
  });
});
