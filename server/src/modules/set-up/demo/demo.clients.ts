import type { ClientStatus } from "@clientela/shared/clients/words";
import type { CustomValue } from "@clientela/shared/custom-fields/types";
import { normalizePhone } from "@clientela/shared/normalize/phone";
import type { Insertable } from "kysely";
import northwind from "../../../../demo/northwind.json" with { type: "json" };
import type { Database } from "../../../database/tables.ts";
import { customOf } from "./demo.fields.ts";
import type { Staff } from "./demo.people.ts";
import type { History } from "./history.ts";
import { type DemoProspect, prospects } from "./prospects.ts";
import { positions } from "./words.ts";

type ClientRow = [
  name: string,
  contactPerson: string,
  phone: string | null,
  line1: string | null,
  city: string | null,
  region: string | null,
  postalCode: string | null,
  country: string,
  team: string,
  owner: number | null,
  status: ClientStatus,
  createdAt: string | null,
  key: boolean,
  position: string,
];

/** A client of the demo as the other parts need it. */
export interface DemoClient {
  id: string;
  name: string;
  contactId: string;
  contact: string;
  /** Who looks after it. */
  ownerId: string;
  status: ClientStatus;
  createdAt: Date;
  /** Among the ten that bought most. */
  key: boolean;
  prospect?: DemoProspect;
  /** Its name in addresses. */
  handle: string;
  custom: Record<string, CustomValue>;
}

const DAY_MS = 86_400_000;
const americas = new Set(["PA", "CR", "CL", "PE", "AR", "MX", "CO", "PY", "UY"]);
const languages: Record<string, string> = {
  US: "en",
  GB: "en",
  IE: "en",
  CA: "en",
  FR: "fr",
  BE: "fr",
  DE: "de",
  AT: "de",
  CH: "de",
  IT: "it",
  BR: "pt",
  PT: "pt",
};

/** The data file's companies, each a prospect until its first order, and some who have not bought yet. */
export async function addClients(history: History, staff: Staff): Promise<DemoClient[]> {
  const shift = history.past(0, "09:00").getTime() - Date.parse(northwind.lastDay);
  const added: DemoClient[] = [];
  for (const [index, row] of (northwind.clients as ClientRow[]).entries()) {
    const [
      name,
      contact,
      phone,
      line1,
      city,
      region,
      postalCode,
      country,
      team,
      owner,
      status,
      ordered,
      key,
      position,
    ] = row;
    // Who never ordered came these days.
    const createdAt = ordered ? new Date(Date.parse(ordered) + shift) : history.past((index % 5) + 1, "12:15");
    added.push(
      await addClient(
        history,
        {
          client: {
            name,
            phone: phone && normalizePhone(phone, country),
            website: `https://${handleOf(name)}.example.com`,
            addresses: JSON.stringify([{ type: "MAIN", line1, line2: null, city, region, postalCode, country }]),
            tax_country: country,
            tax_legal_name: key ? name : null,
            language: languages[country] ?? "es",
            team_id: staff.teamId(team),
            source_channel: (["IMPORT", "MANUAL", "FORM", "STORE"] as const)[index % 4] ?? "IMPORT",
          },
          contact: { name: contact, position: history.say(positions[position] ?? { es: position, en: position }) },
          ownerId: owner === null ? staff.ownerId : staff.employeeId(owner),
          status,
          createdAt,
          key,
        },
        index,
      ),
    );
  }
  for (const [index, prospect] of prospects.entries()) {
    const { name, phone, contact, position, city, country, daysAgo, channel, campaign, person } = prospect;
    const team = americas.has(country) ? "Américas" : "Europa";
    added.push(
      await addClient(
        history,
        {
          client: {
            name,
            phone,
            ...(channel === "CONVERSATION" && { whatsapp: phone }),
            ...(person && { kind: "PERSON" as const }),
            website: person ? null : `https://${handleOf(name)}.example.com`,
            addresses: JSON.stringify([
              { type: "MAIN", line1: null, line2: null, city, region: null, postalCode: null, country },
            ]),
            language: "es",
            team_id: staff.teamId(team),
            source_channel: channel,
            source_campaign: campaign ? history.say(campaign) : null,
            ...(channel === "FORM" && {
              source_device: index % 2 ? "iPhone" : "Windows",
              source_referrer: "https://www.example.com/contact",
            }),
          },
          contact: { name: contact, position: history.say(position) },
          // Half of them wait for the owner of the business.
          ownerId: index % 2 ? staff.colleagueOf(team, index) : staff.ownerId,
          status: "PROSPECT",
          createdAt: history.past(daysAgo, `${10 + (index % 7)}:${10 + index}`),
          key: false,
          prospect,
        },
        index,
      ),
    );
  }
  return added;
}

interface NewClient extends Pick<DemoClient, "ownerId" | "status" | "createdAt" | "key" | "prospect"> {
  client: Insertable<Database["client"]>;
  contact: { name: string; position: string };
}

/** A client with its primary contact, and how it became what it is. */
async function addClient(
  history: History,
  { client, contact, ...about }: NewClient,
  index: number,
): Promise<DemoClient> {
  const { sql } = history;
  const { ownerId, status, createdAt } = about;
  const handle = handleOf(client.name);
  const custom = customOf(history, about, index);
  await history.as(ownerId, createdAt);
  const { id } = await sql
    .insertInto("client")
    .values({
      ...client,
      email: about.prospect ? addressOf(contact.name) : `${handle}@example.com`,
      contact_person: contact.name,
      custom: JSON.stringify(custom),
      owner_id: ownerId,
      created_at: createdAt,
      updated_at: createdAt,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const { id: contactId } = await sql
    .insertInto("contact")
    .values({
      client_id: id,
      ...contact,
      email: addressOf(contact.name),
      is_primary: true,
      created_at: createdAt,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  if (status !== "PROSPECT")
    await changeStatus(history, id, ownerId, "CLIENT", new Date(createdAt.getTime() + 9 * DAY_MS));
  if (status === "INACTIVE") await changeStatus(history, id, ownerId, "INACTIVE", history.past(140, "11:20"));
  return { id, name: client.name, contactId, contact: contact.name, handle, custom, ...about };
}

async function changeStatus(
  history: History,
  id: string,
  by: string,
  status: ClientStatus,
  moment: Date,
): Promise<void> {
  await history.as(by, moment);
  await history.sql.updateTable("client").set({ status, updated_at: moment }).where("id", "=", id).execute();
}

const lettersOf = (text: string, between: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .slice(0, 2)
    .join(between);

const handleOf = (name: string) => lettersOf(name, "-");
const addressOf = (person: string) => `${lettersOf(person, ".")}@example.com`;
