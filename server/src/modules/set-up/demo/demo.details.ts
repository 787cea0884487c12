import type { DemoClient } from "./demo.clients.ts";
import type { Staff } from "./demo.people.ts";
import { type History, soonAfter } from "./history.ts";
import { lists, newsletters, savedFilters, tags } from "./words.ts";

/** Tags, saved filters, lists, newsletters, second contacts and later corrections. */
export async function addDetails(history: History, staff: Staff, clients: DemoClient[]): Promise<void> {
  const buyers = clients.filter(({ status }) => status === "CLIENT");
  await addTags(history, staff, clients);
  await addLists(history, staff, clients);
  await addSecondContacts(history, buyers);
  await addCorrections(history, staff, buyers);
}

async function addTags(history: History, staff: Staff, clients: DemoClient[]): Promise<void> {
  const { sql } = history;
  const names = Object.keys(tags) as (keyof typeof tags)[];
  const rows = await sql
    .insertInto("tag")
    .values(names.map((name) => ({ name: history.say(tags[name].name), color: tags[name].color })))
    .returning("id")
    .execute();
  const idOf = (name: keyof typeof tags) => rows[names.indexOf(name)]?.id ?? "";
  const carried = (client: DemoClient, index: number): (keyof typeof tags)[] => [
    ...(client.key ? (["vip"] as const) : []),
    ...(index % 3 < 2 ? ([(["restaurant", "shop", "wholesale"] as const)[index % 5] ?? "shop"] as const) : []),
    ...(index % 17 === 5 ? (["risk"] as const) : []),
    ...(client.prospect && index % 4 === 1 ? (["referral"] as const) : []),
  ];
  for (const [index, client] of clients.entries()) {
    const links = carried(client, index).map((name) => ({ client_id: client.id, tag_id: idOf(name) }));
    if (links.length === 0) continue;
    await history.as(
      client.ownerId,
      soonAfter(client.createdAt, history.past(client.status === "PROSPECT" ? 0 : 30 + (index % 40) * 7, "08:50")),
    );
    await sql.insertInto("client_tag").values(links).execute();
  }
  const filters = [
    { name: history.say(savedFilters.prospects), filter: { status: ["PROSPECT"] } },
    { name: history.say(savedFilters.vip), filter: { tagIds: [idOf("vip")] } },
  ];
  await sql
    .insertInto("saved_filter")
    .values(
      filters.map(({ name, filter }) => ({
        name,
        filter: JSON.stringify(filter),
        owner_id: staff.ownerId,
        shared: true,
      })),
    )
    .execute();
}

async function addLists(history: History, staff: Staff, clients: DemoClient[]): Promise<void> {
  const { sql } = history;
  const add = async (name: string, newsletter: boolean, members: DemoClient[], moment: Date) => {
    const { id } = await sql
      .insertInto("client_list")
      .values({ name, newsletter })
      .returning("id")
      .executeTakeFirstOrThrow();
    await history.as(staff.ownerId, moment);
    await sql
      .insertInto("client_list_member")
      .values(
        members
          .filter(({ createdAt }) => createdAt < moment)
          .map((client) => ({ client_id: client.id, list_id: id, since: moment })),
      )
      .execute();
    return id;
  };
  const every = (nth: number) => clients.filter((client, index) => index % nth === 0 && !client.prospect);
  await add(
    history.say(lists.fair),
    false,
    clients.filter(({ prospect }) => prospect?.campaign),
    history.past(3, "12:40"),
  );
  await add(
    history.say(lists.tasting),
    false,
    clients.filter(({ key }) => key),
    history.past(21, "16:05"),
  );
  await add(history.say(newsletters.offers), true, every(3), history.past(70, "10:00"));
  const news = every(2);
  const newsId = await add(history.say(newsletters.news), true, news, history.past(160, "10:00"));
  // Some have had enough: they said so themselves.
  for (const [index, client] of news.filter((_, place) => place % 11 === 3).entries()) {
    const moment = history.past(20 + index * 17, "19:30");
    await history.as(null, moment);
    await sql
      .updateTable("client_list_member")
      .set({ state: "UNSUBSCRIBED", since: moment })
      .where("client_id", "=", client.id)
      .where("list_id", "=", newsId)
      .execute();
  }
}

const colleagues = [
  "Elena Vargas",
  "Tomás Herrera",
  "Inés Salgado",
  "Paul Lindqvist",
  "Sofia Marques",
  "Hugo Bauer",
  "Clara Dubois",
  "Owen Price",
];

async function addSecondContacts(history: History, buyers: DemoClient[]): Promise<void> {
  const rows = buyers.filter(({ key }, index) => key || index % 9 === 4);
  for (const [index, client] of rows.entries()) {
    const name = colleagues[index % colleagues.length] ?? "";
    await history.as(client.ownerId, soonAfter(client.createdAt, history.past(90 + index * 3, "13:10")));
    await history.sql
      .insertInto("contact")
      .values({
        client_id: client.id,
        name,
        position: history.say(
          index % 2 ? { es: "Contabilidad", en: "Accounting" } : { es: "Compras", en: "Purchasing" },
        ),
        email: `${index % 2 ? "accounts" : "purchasing"}.${client.handle}@example.com`,
        active: index % 7 !== 6,
      })
      .execute();
  }
}

/** Credit raised, clients handed over, purchases that came to an end: what an ordinary week changes. */
async function addCorrections(history: History, staff: Staff, buyers: DemoClient[]): Promise<void> {
  const { sql } = history;
  for (const [index, client] of buyers.filter((_, place) => place % 6 === 2).entries()) {
    const moment = history.past(1 + index * 4, "15:20");
    await history.as(client.ownerId, moment);
    await sql
      .updateTable("client")
      .set({ custom: JSON.stringify({ ...client.custom, credit_limit: 6000 + index * 500 }), updated_at: moment })
      .where("id", "=", client.id)
      .execute();
  }
  for (const [index, client] of buyers.filter((_, place) => place % 15 === 7).entries()) {
    const moment = history.past(6 + index * 9, "09:15");
    await history.as(staff.ownerId, moment);
    await sql
      .updateTable("client")
      .set({ owner_id: staff.ownerId, updated_at: moment })
      .where("id", "=", client.id)
      .execute();
    client.ownerId = staff.ownerId;
  }
}
