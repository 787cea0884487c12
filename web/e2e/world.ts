import type { BrowserContext } from "@playwright/test";
import type { Page as AdminPage } from "../src/feature.ts";
import { pages } from "../src/pages.ts";
import { api, expect, owner, type RunningServer } from "./server.ts";

/** What the addresses of the page table need to be real: a demo business and a server that nobody has set up. */
export interface World {
  app: RunningServer;
  empty: RunningServer;
  clientId: string;
  invitationLink: string;
  passwordResetLink: string;
}

/** Fills the demo business with what pages would otherwise show empty; `context` is signed in as its owner. */
export async function createWorld(context: BrowserContext, app: RunningServer, empty: RunningServer): Promise<World> {
  const { clients } = await api<{ clients: { nodes: { id: string }[] } }>(
    context,
    '{ clients(first: 1, filter: { search: "Ernst Handel" }) { nodes { id } } }',
  );
  const { inviteUser } = await api<{ inviteUser: { link: string } }>(
    context,
    `mutation {
      inviteUser(input: { name: "Luz Mora", email: "luz@example.com", role: AGENT }) { link }
      createApiKey(input: { name: "Web shop", role: AGENT }) { id }
      createTag(input: { name: "Feria" }) { id }
    }`,
  );
  const { createCustomField } = await api<{ createCustomField: { id: string } }>(
    context,
    `mutation { createCustomField(input: { label: "Fax de oficina", type: PHONE }) { id } }`,
  );
  await api(context, "mutation ($id: ID!) { deleteCustomField(id: $id) }", createCustomField);
  const [client] = clients.nodes;
  if (!client) throw new Error("The demo business has no clients");
  await appointmentsToday(context, client.id);
  await api(context, `mutation { requestPasswordReset(email: "${owner.email}") }`);
  return {
    app,
    empty,
    clientId: client.id,
    invitationLink: inviteUser.link,
    passwordResetLink: await linkInOutbox(context, owner.email),
  };
}

/** A long one and a short one, so that the page of the week shows both kinds of block whatever day it is. */
async function appointmentsToday(context: BrowserContext, clientId: string): Promise<void> {
  const { viewer, settings } = await api<{ viewer: { user: { id: string } }; settings: { timeZone: string } }>(
    context,
    "{ viewer { user { id } } settings { timeZone } }",
  );
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: settings.timeZone }).format(new Date());
  const add =
    "mutation ($id: ID!, $input: AppointmentInput!) { createAppointment(clientId: $id, input: $input) { id } }";
  for (const [title, till] of [
    ["Ver la vitrina", "T17:30:00Z"],
    ["Llamar", "T16:15:00Z"],
  ]) {
    const input = { title, startsAt: `${today}T16:00:00Z`, endsAt: `${today}${till}`, attendeeIds: [viewer.user.id] };
    await api(context, add, { id: clientId, input });
  }
}

/** The link in the latest e-mail of the outbox to an address, once it is there. */
export async function linkInOutbox(context: BrowserContext, to: string): Promise<string> {
  let link: string | undefined;
  await expect
    .poll(async () => {
      const { messages } = await api<{ messages: { nodes: { to: string; text: string | null }[] } }>(
        context,
        "{ messages { nodes { to text } } }",
      );
      link = /http\S+\/password-reset\S+/.exec(messages.nodes.find((message) => message.to === to)?.text ?? "")?.[0];
      return link;
    })
    .toBeDefined();
  return link ?? "";
}

/** The pages of the table with a real address each, and how they are called in a file's name. */
export const addressedPages: { page: AdminPage; name: string; addressIn: (world: World) => string }[] = pages.flatMap(
  (page) => {
    const addressed = { page, name: nameOf(page), addressIn: (world: World) => addressOf(page, world) };
    const week = { page, name: "tasks-week", addressIn: ({ app }: World) => `${app.url}/tasks?view=week` };
    return page.path === "/tasks" ? [addressed, week] : [addressed];
  },
);

function nameOf({ path }: AdminPage): string {
  if (path === "/") return "home";
  if (path === "/*") return "not-found";
  return path.slice(1).replaceAll("/:", "-").replaceAll("/", "-");
}

function addressOf({ path }: AdminPage, { app, empty, clientId, invitationLink, passwordResetLink }: World): string {
  switch (path) {
    case "/setup":
      return empty.setUpLink ?? "";
    case "/invitation":
      return invitationLink;
    case "/password-reset":
      return passwordResetLink;
    case "/*":
      return `${app.url}/nowhere/at/all`;
    case "/clients/:id":
      return `${app.url}/clients/${clientId}`;
    default:
      if (path.includes(":")) throw new Error(`Say in e2e/world.ts which record ${path} is shown with`);
      return app.url + path;
  }
}
