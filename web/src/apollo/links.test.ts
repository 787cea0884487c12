import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache, Observable } from "@apollo/client";
import { GraphQLWsLink } from "@apollo/client/link/subscriptions";
import type { Client } from "graphql-ws";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { connection, onReconnected } from "./connection.ts";
import { isUnreachable } from "./errors.ts";
import { inOrderLink } from "./inOrder.ts";
import { telling } from "./live.ts";
import { reSignInLink, sessionEnded } from "./reSignIn.ts";
import { resilienceLink } from "./resilience.ts";

type Answer = ApolloLink.Result | Error;
const noSession: Answer = { data: null, errors: [{ message: "Sign in", extensions: { code: "UNAUTHENTICATED" } }] };
const unreachable = new TypeError("Failed to fetch");

/** A client whose server gives these answers, one after the other. */
function clientAnswering(...answers: Answer[]) {
  const asked: string[] = [];
  const server = new ApolloLink(
    (operation) =>
      new Observable((observer) => {
        asked.push(operation.operationName ?? "");
        const answer = answers[asked.length - 1];
        if (!answer) throw new Error("asked once too often");
        if (answer instanceof Error) observer.error(answer);
        else {
          observer.next(answer);
          observer.complete();
        }
      }),
  );
  const link = ApolloLink.from([reSignInLink, resilienceLink, server]);
  return { asked, client: new ApolloClient({ cache: new InMemoryCache(), link }) };
}

const read = gql`query Read { field }`;
const write = gql`mutation Write { field }`;

beforeEach(() => {
  sessionEnded.set(false);
  connection.set("ok");
});

test("what a lost session refused waits for the sign-in and is sent again", async () => {
  const { client, asked } = clientAnswering(noSession, { data: { field: 1 } });
  const result = client.mutate({ mutation: write });
  await expect.poll(() => sessionEnded.get()).toBe(true);
  expect(asked).toEqual(["Write"]);
  sessionEnded.set(false);
  expect((await result).data).toEqual({ field: 1 });
  expect(asked).toEqual(["Write", "Write"]);
});

test("a second end of the session is waited for as well", async () => {
  const { client } = clientAnswering(noSession, noSession, { data: { field: 2 } });
  const result = client.mutate({ mutation: write });
  await expect.poll(() => sessionEnded.get()).toBe(true);
  sessionEnded.set(false);
  await expect.poll(() => sessionEnded.get()).toBe(true);
  sessionEnded.set(false);
  expect((await result).data).toEqual({ field: 2 });
});

test("the dialog's own refusal is the dialog's", async () => {
  const { client } = clientAnswering(noSession);
  await expect(client.mutate({ mutation: gql`mutation SignInAgain { field }` })).rejects.toThrow("Sign in");
  expect(sessionEnded.get()).toBe(false);
});

test("a read waits out a lost connection", async () => {
  const { client, asked } = clientAnswering(unreachable, unreachable, { data: { field: 3 } });
  const result = client.query({ query: read });
  await expect.poll(() => connection.get()).toBe("lost");
  dispatchEvent(new Event("online"));
  expect((await result).data).toEqual({ field: 3 });
  expect(asked).toHaveLength(3);
  expect(connection.get()).toBe("ok");
});

test("a write without connection fails at once, so that nobody sends it twice unawares", async () => {
  const { client, asked } = clientAnswering(unreachable);
  await expect(client.mutate({ mutation: write })).rejects.toThrow("Failed to fetch");
  expect(asked).toHaveLength(1);
  expect(connection.get()).toBe("lost");
});

test("a bug in our own code is no lost connection", () => {
  expect(isUnreachable(new TypeError("Cannot read properties of undefined"))).toBe(false);
  expect(isUnreachable(unreachable)).toBe(true);
});

test("writes about one thing wait for each other, and for nothing else", async () => {
  const asked: string[] = [];
  const answers: ((answer: Answer) => void)[] = [];
  const server = new ApolloLink(
    ({ variables }) =>
      new Observable((observer) => {
        asked.push(`${variables.id ?? ""}${variables.text}`);
        answers.push((answer) => {
          if (answer instanceof Error) observer.error(answer);
          else {
            observer.next(answer);
            observer.complete();
          }
        });
      }),
  );
  const client = new ApolloClient({ cache: new InMemoryCache(), link: ApolloLink.from([inOrderLink, server]) });
  const save = (text: string, id?: string) =>
    client.mutate({ mutation: gql`mutation Save($id: ID, $text: String) { field }`, variables: { id, text } });
  const saves = [save("1", "a"), save("2", "a"), save("3", "a"), save("1", "b"), save("1"), save("2")];
  saves.map((each) => each.catch(() => undefined));
  await expect.poll(() => asked).toEqual(["a1", "b1", "1"]);
  answers[0]?.(unreachable);
  await expect(saves[0]).rejects.toThrow("Failed to fetch");
  await expect.poll(() => asked).toEqual(["a1", "b1", "1", "a2"]);
  for (const place of [3, 2]) answers[place]?.({ data: { field: place } });
  expect((await saves[1])?.data).toEqual({ field: 3 });
  await expect.poll(() => asked).toEqual(["a1", "b1", "1", "a2", "a3", "2"]);
  // What is over keeps nobody waiting.
  for (const answer of answers) answer({ data: { field: 9 } });
  await Promise.allSettled(saves);
  const late = save("4", "a");
  await expect.poll(() => asked.at(-1)).toBe("a4");
  answers.at(-1)?.({ data: { field: 4 } });
  expect((await late).data).toEqual({ field: 4 });
});

test("what is typed on calls the searches before it off", async () => {
  const signals: (AbortSignal | null | undefined)[] = [];
  const http = new HttpLink({
    uri: "http://localhost/graphql",
    fetch: (_url, options) => {
      signals.push(options?.signal);
      return new Promise(() => undefined);
    },
  });
  const link = ApolloLink.from([inOrderLink, reSignInLink, resilienceLink, http]);
  const client = new ApolloClient({ cache: new InMemoryCache(), link });
  const query = gql`query Search($search: String) { field(search: $search) }`;
  const search = client.watchQuery({ query, variables: { search: "a" }, fetchPolicy: "cache-and-network" });
  const shown = search.subscribe(() => undefined);
  for (const typed of ["ab", "abc", "abcd"]) void search.reobserve({ variables: { search: typed } });
  await expect.poll(() => signals.map((signal) => signal?.aborted)).toEqual([true, true, true, false]);
  shown.unsubscribe();
  expect(signals.at(-1)?.aborted).toBe(true);
});

const events = gql`subscription Events { field }`;

/** A client whose socket is closed with these codes, or refuses with these errors, one after the other; then it tells an event. */
function clientWhoseSocketEnds(...ends: (number | string)[]) {
  let subscribed = 0;
  const socket = {
    subscribe: (_payload: unknown, sink: Parameters<Client["subscribe"]>[1]) => {
      const end = ends[subscribed++];
      if (typeof end === "number") sink.error(new CloseEvent("close", { code: end, reason: "because" }));
      else if (end) sink.error([{ message: end, extensions: { code: end } }]);
      else sink.next({ data: { field: 1 } });
      return () => undefined;
    },
  } as unknown as Client;
  const link = ApolloLink.from([reSignInLink, resilienceLink, new GraphQLWsLink(telling(socket))]);
  const client = new ApolloClient({ cache: new InMemoryCache(), link });
  const heard: unknown[] = [];
  const failed: unknown[] = [];
  client.subscribe({ query: events }).subscribe({
    next: ({ data, error }) => void (error ? failed : heard).push(error ?? data),
    error: (error) => failed.push(error),
  });
  return { heard, failed, subscribed: () => subscribed };
}

describe("after a while", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test.each([4401, 4403, "UNAUTHENTICATED"])(
    "live events that end with %s wait for the sign-in, and go on",
    async (end) => {
      const { heard, failed } = clientWhoseSocketEnds(end, end, end);
      await vi.advanceTimersByTimeAsync(4_000);
      expect(sessionEnded.get()).toBe(true);
      expect(heard).toEqual([]);
      sessionEnded.set(false);
      await vi.advanceTimersByTimeAsync(0);
      expect(heard).toEqual([{ field: 1 }]);
      expect(failed).toEqual([]);
    },
  );

  test("live events whose session this page has replaced go on with the new one, and nobody has to sign in", async () => {
    const { heard } = clientWhoseSocketEnds(4401);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(heard).toEqual([{ field: 1 }]);
    expect(sessionEnded.get()).toBe(false);
  });

  test.each([1008, 1009, 1011, 4400, 4409, 4429, 4500, "INTERNAL", "RATE_LIMITED"])(
    "live events that end with %s are asked for again, what came meanwhile is fetched, and nobody has to sign in",
    async (end) => {
      let caughtUp = 0;
      const leave = onReconnected(() => caughtUp++);
      const { heard, failed } = clientWhoseSocketEnds(end);
      await vi.advanceTimersByTimeAsync(500);
      expect(heard).toEqual([{ field: 1 }]);
      expect({ failed, caughtUp, signIn: sessionEnded.get() }).toEqual({ failed: [], caughtUp: 1, signIn: false });
      leave();
    },
  );
});

test.each(["NOT_FOUND", "FORBIDDEN", "BAD_USER_INPUT"])("live events refused with %s stay refused", async (end) => {
  const { failed, subscribed } = clientWhoseSocketEnds(end);
  await expect.poll(() => failed).toHaveLength(1);
  expect(subscribed()).toBe(1);
});
