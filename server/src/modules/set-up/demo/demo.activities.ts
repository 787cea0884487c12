import { type DemoActivity, ofClients, ofProspects } from "./activities.ts";
import type { DemoClient } from "./demo.clients.ts";
import type { Staff } from "./demo.people.ts";
import type { History } from "./history.ts";
import { activityKinds } from "./words.ts";

const spacing = [2, 9, 17, 31, 52, 83, 130, 190, 260, 330];

/** Calls, notes, meetings and visits of the last weeks and of the year before, by those who look after each client. */
export async function addActivities(history: History, staff: Staff, clients: DemoClient[]): Promise<void> {
  const kinds = await addKinds(history);
  const rows = clients.flatMap((client, index) =>
    planOf(client, index).map(({ activity, daysAgo }, nth) => ({
      client_id: client.id,
      ...(activity.kind === "visit" || activity.kind === "tasting"
        ? { kind: "CUSTOM", custom_kind_id: kinds[activity.kind] }
        : { kind: activity.kind }),
      automatic: false,
      // Now and then the owner of the business has a word too.
      actor_id: (index + nth) % 5 === 4 ? staff.ownerId : client.ownerId,
      occurred_at: history.past(daysAgo, `${9 + ((index + nth * 2) % 8)}:${10 + ((index * 7) % 50)}`),
      title: activity.title ? history.say(activity.title) : null,
      description: history.say(activity.text, { contact: client.contact }),
      stage: activity.stage ?? null,
      contact_id: activity.text.es.includes("{{contact}}") ? client.contactId : null,
    })),
  );
  await history.sql.insertInto("timeline_entry").values(rows).execute();
}

async function addKinds(history: History): Promise<Record<keyof typeof activityKinds, string>> {
  const { sql } = history;
  const { visit, tasting } = activityKinds;
  const rows = await sql
    .insertInto("activity_kind")
    .values([visit, tasting].map(({ label, icon, color }) => ({ label: history.say(label), icon, color })))
    .returning("id")
    .execute();
  return { visit: rows[0]?.id ?? "", tasting: rows[1]?.id ?? "" };
}

/** A client's activities: many for those who buy most, a few for the others, none for the lost. */
function planOf(client: DemoClient, index: number): { activity: DemoActivity; daysAgo: number }[] {
  const { prospect, status, key } = client;
  if (prospect) {
    const written = prospect.stage ? ofProspects[prospect.stage] : [];
    const step = Math.max(1, Math.floor(prospect.daysAgo / (written.length + 1)));
    return written.map((activity, nth) => ({ activity, daysAgo: (index % 4) + nth * step }));
  }
  if (status !== "CLIENT") return [];
  const days = key ? spacing : spacing.filter((_, nth) => (nth + index) % 4 === 0);
  return days.flatMap((daysAgo, nth) => {
    const activity = ofClients[(index + nth * 5) % ofClients.length];
    const ago = daysAgo + ((index * 3) % 11);
    return activity && client.createdAt.getTime() < Date.now() - (ago + 3) * 86_400_000
      ? [{ activity, daysAgo: ago }]
      : [];
  });
}
