import { buildSchema, type GraphQLError, parse } from "graphql";
import { expect, it, vi } from "vitest";
import type { Context } from "./context.ts";
import { translatorOf } from "./core/text.ts";
import type { Viewer } from "./core/viewer.ts";
import { FanOut, type Subscription } from "./fan-out.ts";

const someone: Viewer = {
  kind: "user",
  userId: "a",
  role: "AGENT",
  teamIds: ["t"],
  seesAllClients: false,
  seesContactData: false,
  locale: "es",
  country: null,
};
const another = { userId: "b", teamIds: ["u"] };

const resolved = vi.fn();
const schema = buildSchema(`
  type Query { a: Int }
  type Event { id: ID shape: String person: String teams: String caller: String fails: String }
  type Subscription { event(of: Int): Event }`);
Object.assign(schema.getSubscriptionType()?.getFields().event as object, {
  subscribe: (_root: unknown, _args: unknown, { events }: Context & { events: AsyncIterable<string> }) => events,
  resolve: (id: string) => {
    resolved(id);
    return {
      id,
      shape: (_args: unknown, { viewer, locale }: Context) => `${viewer?.role} ${viewer?.seesContactData} ${locale}`,
      person: (_args: unknown, { viewer }: Context) => viewer?.userId,
      teams: (_args: unknown, { viewer }: Context) => JSON.stringify(viewer),
      caller: (_args: unknown, { caller }: Context) => caller.ip,
      fails: () => {
        throw new Error("secret");
      },
    };
  },
});
const documents = new Map<string, ReturnType<typeof parse>>();
const present = (errors: readonly GraphQLError[]) => errors.map(({ message }) => ({ message: `shown: ${message}` }));
const fanOut = new FanOut(present as never);

/** Subscribes all of them, lets each hear of one event at once, and answers what they were told. */
async function tell(selection: string, ...subscribers: (Partial<Viewer> & { language?: string; of?: number })[]) {
  resolved.mockClear();
  const document = documents.get(selection) ?? parse(`subscription ($of: Int) { event(of: $of) { ${selection} } }`);
  documents.set(selection, document);
  const told: unknown[] = [];
  await Promise.all(
    subscribers.map(async ({ language = "es", of, ...viewer }, n) => {
      const contextValue = {
        viewer: { ...someone, ...viewer },
        locale: language,
        translate: translatorOf(language),
        caller: { ip: "::1" },
        events: (async function* () {
          yield "1";
        })(),
      } as unknown as Context;
      const stream = await fanOut.subscribe({
        schema,
        document,
        variableValues: { of },
        contextValue,
        tell: async (answer) => {
          told[n] = JSON.parse(answer);
        },
      });
      for await (const _ of stream as AsyncIterable<unknown>) throw new Error("graphql-ws learns the end only");
    }),
  );
  return told;
}

it("an answer that does not depend on who asks is executed once for all of the same rights", async () => {
  const answer = { data: { event: { id: "1", shape: "AGENT false es" } } };
  expect(await tell("id shape", {}, another, { userId: "c" })).toEqual([answer, answer, answer]);
  expect(resolved).toHaveBeenCalledOnce();
});

it.each([
  ["role", { role: "ADMIN" }, "ADMIN false es"],
  ["sight of contact data", { seesContactData: true }, "AGENT true es"],
  ["language", { language: "en" }, "AGENT false en"],
  ["variables", { of: 2 }, "AGENT false es"],
] as const)("another %s has an answer of its own", async (_what, other, shape) => {
  expect(await tell("shape", {}, other)).toEqual([
    { data: { event: { shape: "AGENT false es" } } },
    { data: { event: { shape } } },
  ]);
  expect(resolved).toHaveBeenCalledTimes(2);
});

it.each([
  ["person", "person", "a", "b"],
  ["whole viewer", "teams", JSON.stringify(someone), JSON.stringify({ ...someone, ...another })],
])(
  "an answer that asks for the %s is each one's own, and once for all that a person has open",
  async (_, field, a, b) => {
    const answers = await tell(field, {}, another, {}, another, another);
    expect(answers.map((answer) => (answer as { data: { event: object } }).data.event)).toEqual(
      [a, b, a, b, b].map((value) => ({ [field]: value })),
    );
    expect(resolved).toHaveBeenCalledTimes(2);
  },
);

it("an answer cannot depend on what only one of many has, such as their address", async () => {
  const [answer] = await tell("caller", {});
  expect(answer).toMatchObject({ errors: [{ message: expect.stringContaining("context's caller") }] });
});

it("errors are told as they may be shown", async () => {
  expect(await tell("id fails", {})).toEqual([
    { errors: [{ message: "shown: secret" }], data: { event: { id: "1", fails: null } } },
  ]);
});

it("the source ends when the subscriber leaves, and when an answer cannot be told", async () => {
  const document = parse("subscription { event { id } }");
  const open = (tell: Subscription["tell"]) => {
    const left = vi.fn();
    const events = {
      next: async () => ({ done: false, value: "1" }),
      return: async () => left(),
      [Symbol.asyncIterator]: () => events,
    };
    const contextValue = { viewer: someone, translate: translatorOf("es"), events } as unknown as Context;
    return {
      left,
      stream: fanOut.subscribe({ schema, document, contextValue, tell }) as Promise<AsyncIterator<never>>,
    };
  };
  const broken = open(() => Promise.reject(new Error("gone")));
  await expect((await broken.stream).next()).rejects.toThrow("gone");
  expect(broken.left).toHaveBeenCalledOnce();
  const one = open(async () => {});
  await (await one.stream).return?.();
  expect(one.left).toHaveBeenCalledOnce();
});
