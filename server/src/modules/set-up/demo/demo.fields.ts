import type { ClientStatus } from "@clientela/shared/clients/words";
import type { CustomValue } from "@clientela/shared/custom-fields/types";
import type { History } from "./history.ts";
import { fields, interests, routes } from "./words.ts";

/** The business's own fields. */
export async function addFields(history: History): Promise<void> {
  const definitions = [
    { key: "route", type: "SELECT", options: routes },
    { key: "interests", type: "MULTI_SELECT", options: interests },
    { key: "credit_limit", type: "NUMBER", options: [] },
    { key: "client_since", type: "DATE", options: [] },
    { key: "printed_catalogue", type: "BOOLEAN", options: [] },
    { key: "order_sheet", type: "URL", options: [] },
  ] as const;
  const rows = definitions.map(({ key, type, options }, position) => ({
    key,
    type,
    label: history.say(fields[key]),
    options: options.map((option) => history.say(option)),
    position,
  }));
  await history.sql.insertInto("custom_field").values(rows).execute();
}

/** What a client holds in them; `index` is its place among all. */
export function customOf(
  history: History,
  { status, createdAt, key }: { status: ClientStatus; createdAt: Date; key: boolean },
  index: number,
): Record<string, CustomValue> {
  const wanted = interests.filter((_, place) => place === index % 5 || place === (index * 3 + 1) % 5);
  const route = routes[index % routes.length];
  return {
    interests: wanted.map((interest) => history.say(interest)),
    ...(status === "CLIENT" && {
      ...(route && { route: history.say(route) }),
      credit_limit: key ? 15_000 : 1500 + (index % 6) * 750,
      client_since: createdAt.toISOString().slice(0, 10),
      printed_catalogue: index % 3 > 0,
    }),
    ...(key && { order_sheet: `https://orders.example.com/${index + 1}` }),
  };
}
