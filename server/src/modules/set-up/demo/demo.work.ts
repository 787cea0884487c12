import type { TaskPriority } from "@clientela/shared/tasks/rules";
import type { DemoClient } from "./demo.clients.ts";
import type { Staff } from "./demo.people.ts";
import { type History, soonAfter, type Words } from "./history.ts";

interface DemoTask {
  title: Words;
  /** The beginning of a client's name. */
  client: string;
  /** From today; absent: without a date. */
  inDays?: number;
  at?: string;
  priority?: TaskPriority;
  /** Done by the client's owner instead of the business's owner. */
  theirs?: true;
  /** Days since it was done. */
  done?: number;
}

const words = (es: string, en: string): Words => ({ es, en });

const tasks: DemoTask[] = [
  {
    title: words("Llamar para confirmar el pedido", "Call to confirm the order"),
    client: "Ernst",
    inDays: -3,
    priority: "HIGH",
  },
  {
    title: words("Enviar la ficha técnica que pidió", "Send the data sheet they asked for"),
    client: "Bodega",
    inDays: -1,
    at: "17:00",
  },
  {
    title: words("Preparar el presupuesto de quesos", "Prepare the cheese quote"),
    client: "Hotel Mirador",
    inDays: 0,
    at: "18:30",
    priority: "URGENT",
  },
  { title: words("Revisar las condiciones de pago", "Review the payment terms"), client: "QUICK", inDays: 0 },
  {
    title: words("Llamar a la panadería nueva", "Call the new bakery"),
    client: "Panadería",
    inDays: 0,
    at: "12:00",
    priority: "HIGH",
  },
  {
    title: words("Pedir las fotos de la tienda nueva", "Ask for photos of the new shop"),
    client: "White Clover",
    inDays: 1,
  },
  {
    title: words("Confirmar la dirección de entrega", "Confirm the delivery address"),
    client: "Save-a-lot",
    inDays: 1,
    at: "10:00",
    theirs: true,
  },
  {
    title: words("Recoger el contrato firmado", "Pick up the signed contract"),
    client: "Casa Olivares",
    inDays: 2,
    at: "13:00",
    priority: "HIGH",
  },
  {
    title: words("Reclamar los datos de facturación", "Ask for the billing details"),
    client: "Mercado del Puerto",
    inDays: 3,
    theirs: true,
  },
  { title: words("Mandar muestras de confituras", "Send samples of jams"), client: "Restaurante El Faro", inDays: 5 },
  {
    title: words("Proponer la renovación anual", "Propose the yearly renewal"),
    client: "Hungry Owl",
    inDays: 12,
    priority: "LOW",
  },
  { title: words("Preguntar por su proveedor de bebidas", "Ask about their drinks supplier"), client: "Folk och" },
  {
    title: words("Actualizar el límite de crédito", "Update the credit limit"),
    client: "Mère Paillarde",
    inDays: -6,
    theirs: true,
  },
  { title: words("Invitar a la cata", "Invite to the tasting"), client: "Hanari", inDays: -1, theirs: true },
  { title: words("Mandar el catálogo", "Send the catalogue"), client: "Grupo Sabores", inDays: -2, done: 1 },
  { title: words("Llamar a contabilidad", "Call accounting"), client: "Königlich", inDays: -5, done: 4, theirs: true },
  {
    title: words("Comprobar el envío devuelto", "Check the returned delivery"),
    client: "Rattlesnake",
    inDays: -9,
    done: 9,
    theirs: true,
  },
];

interface DemoAppointment {
  title: Words;
  client: string;
  /** A day of this week, 0 is Monday; or `inDays` from today. */
  weekday?: number;
  inDays?: number;
  at: string;
  minutes: number;
  place?: Words;
  url?: string;
}

const office = words("Sala de reuniones", "Meeting room");
const theirs = words("En su local", "At their place");

const appointments: DemoAppointment[] = [
  {
    title: words("Videollamada de seguimiento", "Follow-up video call"),
    client: "Ernst",
    inDays: 0,
    at: "16:00",
    minutes: 30,
    url: "https://meet.example.org/follow-up",
  },
  {
    title: words("Repaso de entregas", "Review of deliveries"),
    client: "QUICK",
    weekday: 0,
    at: "10:00",
    minutes: 45,
    place: office,
  },
  {
    title: words("Visita a la tienda", "Visit to the shop"),
    client: "White Clover",
    weekday: 1,
    at: "11:30",
    minutes: 60,
    place: theirs,
  },
  {
    title: words("Cata de quesos", "Cheese tasting"),
    client: "Casa Olivares",
    weekday: 2,
    at: "13:00",
    minutes: 90,
    place: theirs,
  },
  {
    title: words("Presupuesto, segunda vuelta", "Quote, second round"),
    client: "Hotel Mirador",
    weekday: 3,
    at: "09:30",
    minutes: 45,
    place: office,
  },
  {
    title: words("Primera reunión", "First meeting"),
    client: "Cafetería",
    weekday: 4,
    at: "12:15",
    minutes: 45,
    place: theirs,
  },
  {
    title: words("Presentación del catálogo", "Presentation of the catalogue"),
    client: "Folk och",
    inDays: 8,
    at: "09:30",
    minutes: 90,
    place: office,
  },
  {
    title: words("Firma del acuerdo anual", "Signing of the yearly agreement"),
    client: "Hungry Owl",
    inDays: -16,
    at: "12:00",
    minutes: 60,
    place: words("Oficina central", "Head office"),
  },
];

/** Tasks and appointments around today, for the owner of the business and some colleagues. */
export async function addWork(history: History, staff: Staff, clients: DemoClient[]): Promise<void> {
  const { sql } = history;
  const clientOf = ({ client }: { client: string }) => {
    const found = clients.find(({ name }) => name.startsWith(client));
    if (!found) throw new Error(`The demo data have no ${client}`);
    return found;
  };
  for (const [index, task] of tasks.entries()) {
    const { inDays, at, priority = "NORMAL", done } = task;
    const { id, ownerId, createdAt } = clientOf(task);
    const assignee = task.theirs ? ownerId : staff.ownerId;
    const made = soonAfter(
      createdAt,
      history.past((done ?? Math.max(0, -(inDays ?? 0))) + 2 + (index % 9), `${9 + (index % 8)}:25`),
    );
    await history.as(ownerId, made);
    const { id: taskId } = await sql
      .insertInto("task")
      .values({
        client_id: id,
        title: history.say(task.title),
        due_on: inDays === undefined || at ? null : history.day(inDays),
        due_at: inDays !== undefined && at ? history.on(inDays, at) : null,
        assignee_id: assignee,
        priority,
        remind_minutes: 0,
        created_by_id: ownerId,
        created_at: made,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    if (done === undefined) continue;
    const moment = history.past(done, "17:40");
    await history.as(assignee, moment);
    await sql.updateTable("task").set({ done_at: moment, done_by_id: assignee }).where("id", "=", taskId).execute();
  }

  // 1970 began on a Thursday.
  const monday = -((Math.floor(Date.parse(`${history.today}T00:00:00Z`) / 86_400_000) + 3) % 7);
  for (const [index, appointment] of appointments.entries()) {
    const client = clientOf(appointment);
    const starts = history.on(appointment.inDays ?? monday + (appointment.weekday ?? 0), appointment.at);
    const made = soonAfter(client.createdAt, history.past(17 + index, "11:05"));
    await history.as(client.ownerId, made);
    const { id } = await sql
      .insertInto("appointment")
      .values({
        client_id: client.id,
        title: history.say(appointment.title),
        starts_at: starts,
        ends_at: new Date(starts.getTime() + appointment.minutes * 60_000),
        time_zone: history.zone,
        place: appointment.place ? history.say(appointment.place) : null,
        url: appointment.url ?? null,
        remind_minutes: 15,
        created_by_id: client.ownerId,
        created_at: made,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await sql
      .insertInto("appointment_attendee")
      .values([
        { appointment_id: id, user_id: staff.ownerId, contact_id: null },
        { appointment_id: id, user_id: null, contact_id: client.contactId },
      ])
      .execute();
  }
}
