import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApi } from "../../../test/api.ts";
import { addApiKey, addClient, changeSettings, startBusiness } from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";

const ALL = `businessName locale timeZone currency allowDuplicates requireEmail promoteOnFirstPayment restrictAgentsToTeams
  hideContactDataFromAgents agentsMayExport`;
const UPDATE = `mutation ($input: SettingsInput!) { updateSettings(input: $input) { ${ALL} } }`;

let api: Awaited<ReturnType<typeof startBusiness>>;
let owner: Caller;

beforeAll(async () => {
  api = await startBusiness();
  owner = api.owner;
});
afterAll(() => api.stop());

describe("settings", () => {
  it("change one by one and all together, and other processes hear of it", async () => {
    const other = await startApi({ on: api });
    const { settings: before } = await owner.ok<{ settings: object }>(`{ settings { ${ALL} } }`);
    expect(await owner.ok(UPDATE, { input: { agentsMayExport: true } })).toEqual({
      updateSettings: { ...before, agentsMayExport: true },
    });
    const whole = {
      businessName: "Otra",
      locale: "en",
      timeZone: "America/Panama",
      currency: "USD",
      allowDuplicates: true,
      requireEmail: false,
      promoteOnFirstPayment: false,
      restrictAgentsToTeams: false,
      hideContactDataFromAgents: true,
      agentsMayExport: false,
    };
    expect(await owner.ok(UPDATE, { input: { ...whole, businessName: " Otra ", currency: "usd" } })).toEqual({
      updateSettings: whole,
    });
    await expect
      .poll(() => owner.at(other).ok(`{ settings { ${ALL} } }`), { timeout: 10_000 })
      .toEqual({ settings: whole });
    await owner.ok(UPDATE, { input: before });
    await other.stop();
  });

  it.each([
    [{ businessName: "" }, "businessName"],
    [{ businessName: null }, "businessName"],
    [{ locale: "fr" }, "locale"],
    [{ timeZone: "" }, "timeZone"],
    [{ timeZone: "-03:00" }, "timeZone"],
    [{ currency: "€" }, "currency"],
    [{ requireEmail: null }, "requireEmail"],
  ])("refuse %j", async (input, path) => {
    expect(await owner.refused(UPDATE, { input })).toMatchObject({ code: "BAD_USER_INPUT", fields: [{ path }] });
  });
});

describe("ranges of days in the business's time zone [F62] [F63]", () => {
  let key: Caller;
  beforeAll(async () => {
    key = await addApiKey(owner, "OWNER");
  });

  /** Creates clients at these moments and answers which of them a range has. */
  async function within(moments: string[], range: object): Promise<string[]> {
    await api.pool.query("update client set deleted_at = now() where deleted_at is null");
    for (const moment of moments) {
      const id = await addClient(key, { name: moment });
      await api.pool.query("update client set created_at = $2::timestamptz where id = $1", [id, moment]);
    }
    const { clients } = await owner.ok<{ clients: { nodes: { name: string }[] } }>(
      "query ($range: DateRange) { clients(filter: { createdAt: $range }, first: 100) { nodes { name } } }",
      { range },
    );
    const found = new Set(clients.nodes.map(({ name }) => name));
    return moments.filter((moment) => found.has(moment));
  }

  it.each([
    [
      "America/Panama",
      ["2026-03-08T04:59:59Z", "2026-03-08T05:00:00Z", "2026-03-09T04:59:59Z", "2026-03-09T05:00:00Z"],
    ],
    // The clock goes forward: the day has 23 hours.
    [
      "America/New_York",
      ["2026-03-08T04:59:59Z", "2026-03-08T05:00:00Z", "2026-03-09T03:59:59Z", "2026-03-09T04:00:00Z"],
    ],
    [
      "Asia/Kathmandu",
      ["2026-03-07T18:14:59Z", "2026-03-07T18:15:00Z", "2026-03-08T18:14:59Z", "2026-03-08T18:15:00Z"],
    ],
    [
      "Pacific/Kiritimati",
      ["2026-03-07T09:59:59Z", "2026-03-07T10:00:00Z", "2026-03-08T09:59:59Z", "2026-03-08T10:00:00Z"],
    ],
  ])("a day of %s begins and ends there", async (timeZone, moments) => {
    await changeSettings(owner, { timeZone });
    const inside = moments.slice(1, 3);
    expect(await within(moments, { from: "2026-03-08", to: "2026-03-08" })).toEqual(inside);
    expect(await within(moments, { from: "2026-03-08" })).toEqual(moments.slice(1));
    expect(await within(moments, { to: "2026-03-08" })).toEqual(moments.slice(0, 3));
    expect(await within(moments, { from: "2026-03-09", to: "2026-03-08" })).toEqual([]);
    expect(await within(moments, {})).toEqual(moments);
  });

  it.each(["America/Panama", "Pacific/Auckland"])(
    "presets are days of %s, counted from its today",
    async (timeZone) => {
      await changeSettings(owner, { timeZone });
      const { rows } = await api.pool.query<Record<string, string>>(
        `with t as (select date_trunc('day', now() at time zone $1) as day)
       select ${Object.entries(bounds)
         .map(
           ([name, local]) =>
             `to_char((${local})::timestamp at time zone $1 at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as ${name}`,
         )
         .join(", ")} from t`,
        [timeZone],
      );
      const at = rows[0] as Record<keyof typeof bounds, string>;
      const all = [...new Set(Object.values(at))].sort();
      const between = (from: string, before: string) => all.filter((moment) => moment >= from && moment < before);
      const expected = {
        TODAY: between(at.today, at.tomorrow),
        YESTERDAY: between(at.yesterday, at.today),
        LAST_7_DAYS: between(at.six_days_ago, at.tomorrow),
        THIS_MONTH: between(at.month, at.next_month),
        LAST_MONTH: between(at.last_month, at.month),
        LAST_3_MONTHS: between(at.three_months_ago, at.tomorrow),
      };
      for (const [preset, moments] of Object.entries(expected)) {
        expect([preset, await within(all, { preset })]).toEqual([preset, moments]);
      }
    },
  );

  it("every zone that may be chosen is known to PostgreSQL and shifts the same way", async () => {
    const zones = ["UTC", ...Intl.supportedValuesOf("timeZone")];
    const { rows } = await api.pool.query<{ zone: string; local: string }>(
      "select zone, to_char(timestamptz '2026-07-01T12:00:00Z' at time zone zone, 'YYYY-MM-DD HH24:MI') as local from unnest($1::text[]) zone",
      [zones],
    );
    const other = rows.filter(({ zone, local }) => {
      const parts = new Intl.DateTimeFormat("sv", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
      return parts.format(new Date("2026-07-01T12:00:00Z")) !== local;
    });
    expect(rows.length).toBe(zones.length);
    expect(other).toEqual([]);
  });
});

/** Moments around the edges of each preset, in local time; `day` is the business's today. */
const bounds = {
  today: "day",
  today_end: "day + interval '1 day' - interval '1 second'",
  tomorrow: "day + interval '1 day'",
  yesterday: "day - interval '1 day'",
  yesterday_end: "day - interval '1 second'",
  before_yesterday: "day - interval '1 day' - interval '1 second'",
  six_days_ago: "day - interval '6 days'",
  seven_days_ago: "day - interval '6 days' - interval '1 second'",
  month: "date_trunc('month', day)",
  before_month: "date_trunc('month', day) - interval '1 second'",
  next_month: "date_trunc('month', day) + interval '1 month'",
  last_month: "date_trunc('month', day) - interval '1 month'",
  before_last_month: "date_trunc('month', day) - interval '1 month' - interval '1 second'",
  three_months_ago: "day - interval '3 months'",
  before_three_months: "day - interval '3 months' - interval '1 second'",
};
