import type { TaskPriority } from "@clientela/shared/tasks/rules";
import { addDays, localTimeOf, momentOf } from "@clientela/shared/time/zoned";
import type { Kysely } from "kysely";
import type { Database } from "../../database/tables.ts";

interface DemoTask {
  title: string;
  /** From today; absent: without a date. */
  inDays?: number;
  at?: string;
  priority?: TaskPriority;
  /** By whoever looks after the client, instead of the business's owner. */
  theirs?: true;
  done?: true;
}

const tasks: DemoTask[] = [
  { title: "Llamar para confirmar el pedido de otoño", inDays: -3, priority: "HIGH" },
  { title: "Enviar la ficha técnica que pidió", inDays: -1, at: "17:00" },
  { title: "Preparar el presupuesto de quesos", inDays: 0, at: "18:30", priority: "URGENT" },
  { title: "Revisar las condiciones de pago", inDays: 0 },
  { title: "Pedir las fotos de la tienda nueva", inDays: 1 },
  { title: "Confirmar la dirección de entrega", inDays: 1, at: "10:00", theirs: true },
  { title: "Proponer la renovación anual", inDays: 12, priority: "LOW" },
  { title: "Preguntar por su proveedor de bebidas" },
  { title: "Mandar el catálogo", inDays: -2, done: true },
  { title: "Llamar a contabilidad", inDays: 0, done: true, theirs: true },
];

const appointments = [
  {
    title: "Videollamada de seguimiento",
    inDays: 0,
    at: "16:00",
    minutes: 30,
    url: "https://meet.example.org/seguimiento",
  },
  { title: "Visita a la tienda", inDays: 2, at: "11:00", minutes: 60, place: "En su tienda" },
  { title: "Presentación del catálogo", inDays: 6, at: "09:30", minutes: 90, place: "Sala de reuniones" },
  { title: "Firma del acuerdo anual", inDays: -9, at: "12:00", minutes: 60, place: "Oficina central" },
];

/** Tasks and appointments around today, of the demo's clients, for whoever owns the business. */
export async function addDemoWork(sql: Kysely<Database>): Promise<void> {
  const clients = await sql
    .selectFrom("client")
    .select(["id", "owner_id"])
    .where("owner_id", "is not", null)
    .where("status", "<>", "INACTIVE")
    .orderBy("name")
    .limit(tasks.length)
    .execute();
  const owner = await sql
    .selectFrom("app_user")
    .select("id")
    .where("role", "=", "OWNER")
    .orderBy("created_at")
    .limit(1)
    .executeTakeFirst();
  const settings = await sql.selectFrom("settings").select("time_zone").executeTakeFirst();
  const zone = settings?.time_zone ?? "UTC";
  const today = localTimeOf(new Date(), zone).slice(0, 10);
  const clientAt = (index: number) => {
    const client = clients[index % clients.length];
    if (!client) throw new Error("The demo data has no client with an owner");
    return client;
  };
  const moment = (inDays: number, time: string) => momentOf(`${addDays(today, inDays)}T${time}`, zone);

  await sql
    .insertInto("task")
    .values(
      tasks.map(({ title, inDays, at, priority = "NORMAL", theirs, done }, index) => {
        const client = clientAt(index);
        const assignee = theirs ? client.owner_id : (owner?.id ?? client.owner_id);
        return {
          client_id: client.id,
          title,
          due_on: inDays === undefined || at ? null : addDays(today, inDays),
          due_at: inDays !== undefined && at ? moment(inDays, at) : null,
          assignee_id: assignee,
          priority,
          remind_minutes: 0,
          created_by_id: client.owner_id,
          ...(done && { done_at: new Date(), done_by_id: assignee }),
        };
      }),
    )
    .execute();
  const made = await sql
    .insertInto("appointment")
    .values(
      appointments.map(({ title, inDays, at, minutes, place = null, url = null }, index) => ({
        client_id: clientAt(index).id,
        title,
        starts_at: moment(inDays, at),
        ends_at: new Date(moment(inDays, at).getTime() + minutes * 60_000),
        time_zone: zone,
        place,
        url,
        remind_minutes: 15,
        created_by_id: clientAt(index).owner_id,
      })),
    )
    .returning(["id", "client_id"])
    .execute();
  const contacts = await sql.selectFrom("contact").select(["id", "client_id"]).where("is_primary", "=", true).execute();
  await sql
    .insertInto("appointment_attendee")
    .values(
      made.flatMap(({ id, client_id }) => [
        { appointment_id: id, user_id: owner?.id ?? clients[0]?.owner_id ?? null, contact_id: null },
        ...contacts
          .filter((contact) => contact.client_id === client_id)
          .map((contact) => ({ appointment_id: id, user_id: null, contact_id: contact.id })),
      ]),
    )
    .execute();
}
