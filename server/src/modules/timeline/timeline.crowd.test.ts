import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Api, startApi } from "../../../test/api.ts";
import { addClient, addPerson, addTeam, startBusiness } from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";
import type { Results, Socket } from "../../../test/socket.ts";

const CROWD = 500;
const PATIENCE = { timeout: 60_000, interval: 50 };
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

interface Added {
  timelineEntryAdded: { description: string | null; viewerCanEdit: boolean };
}
const SUBSCRIBE = "subscription ($id: ID!) { timelineEntryAdded(clientId: $id) { description viewerCanEdit } }";
const ADD =
  "mutation ($id: ID!, $text: String!) { addTimelineEntry(clientId: $id, input: { description: $text }) { id } }";
const USER = "mutation ($id: ID!, $input: UpdateUserInput!) { updateUser(id: $id, input: $input) { id } }";

let api: Awaited<ReturnType<typeof startBusiness>>;
let other: Api;
let owner: Caller;
beforeAll(async () => {
  api = await startBusiness();
  owner = api.owner;
  other = await startApi({ on: api });
});
afterAll(async () => {
  await other.stop();
  await api.stop();
});

describe("500 subscribers of one client", () => {
  it("each get every entry once and in order, of whichever process, as they may see it [F85] [Q14]", async () => {
    const [north, south] = [await addTeam(owner, "Norte"), await addTeam(owner, "Sur")];
    const clientId = await addClient(owner, { teamId: north });
    const agents = await Promise.all(
      ["Ana", "Berta", "Carla", "Delia"].map((name) => addPerson(owner, "AGENT", name, [north])),
    );
    const leaver = agents[3]?.id;
    const callers = [owner, ...agents.map(({ caller }) => caller)];
    const crowd = await Promise.all(
      Array.from({ length: CROWD }, async (_, i): Promise<{ socket: Socket; results: Results<Added>; who: number }> => {
        const who = i % callers.length;
        const socket = (callers[who] as Caller).at(i % 2 ? api : other).socket();
        return { socket, results: await socket.subscribe<Added>(SUBSCRIBE, { id: clientId }), who };
      }),
    );
    const add = (text: string, at: Api = api) => owner.at(at).ok(ADD, { id: clientId, text });
    const textsOf = ({ results }: (typeof crowd)[number]) =>
      results.all.map(({ data }) => data?.timelineEntryAdded.description);
    // Nothing tells when a subscription has begun to listen, but what it is told first.
    await vi.waitFor(async () => {
      await add("start");
      for (const one of crowd) expect(one.results.all).not.toHaveLength(0);
    }, PATIENCE);
    await add("listening");
    await vi.waitFor(
      () =>
        crowd.forEach((one) => {
          expect(textsOf(one)).toContain("listening");
        }),
      PATIENCE,
    );
    for (const { results } of crowd) results.all.length = 0;

    const wanted: string[] = [];
    for (let n = 0; n < 10; n++) {
      wanted.push(`uno ${n}`, `dos ${n}`);
      await add(`uno ${n}`);
      await add(`dos ${n}`, other);
    }
    await vi.waitFor(
      () =>
        crowd.forEach((one) => {
          expect(one.results.all).toHaveLength(wanted.length);
        }),
      PATIENCE,
    );
    for (const one of crowd) {
      expect(textsOf(one)).toEqual(wanted);
      const editable = new Set(one.results.all.map(({ data }) => data?.timelineEntryAdded.viewerCanEdit));
      expect([...editable]).toEqual([one.who === 0]);
    }

    await owner.ok(USER, { id: leaver, input: { teamIds: [south] } });
    const gone = crowd.filter(({ who }) => who === 4);
    for (const { socket } of gone) expect((await socket.closed).code).toBe(1012);
    await add("después");
    const stay = crowd.filter(({ who }) => who !== 4);
    await vi.waitFor(
      () =>
        stay.forEach((one) => {
          expect(textsOf(one).at(-1)).toBe("después");
        }),
      PATIENCE,
    );
    for (const one of gone) expect(textsOf(one)).toEqual(wanted);
    await Promise.all(crowd.map(({ socket }) => socket.close()));
  });
});
