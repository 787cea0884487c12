import { addApiKey, addPerson, addTeam, OWNER_EMAIL, startBusiness } from "./business.ts";
import type { Caller } from "./caller.ts";
import { codes } from "./permission-matrix.ts";

/** The callers: nobody, people of each role, a stranger of another team, and programs of each role. */
export const names = ["anonymous", "agent", "stranger", "admin", "owner", "agentKey", "adminKey", "ownerKey"] as const;
export type Name = (typeof names)[number];

type World = Awaited<ReturnType<typeof startWorld>>;

/** A business with two teams and somebody for each name. */
export async function startWorld() {
  const api = await startBusiness();
  const { owner } = api;
  const team = await addTeam(owner, "A");
  const { users } = await owner.ok<{ users: { id: string }[] }>("{ users { id } }");
  await owner.ok(`mutation ($id: ID!, $teams: [ID!]) { updateUser(id: $id, input: { teamIds: $teams }) { id } }`, {
    id: users[0]?.id,
    teams: [team],
  });
  const agent = await addPerson(owner, "AGENT", "Ana", [team]);
  const stranger = await addPerson(owner, "AGENT", "Berta", [await addTeam(owner, "B")]);
  const admin = await addPerson(owner, "ADMIN", "Carla");
  const emails: Partial<Record<Name, string>> = {
    owner: OWNER_EMAIL,
    agent: agent.email,
    stranger: stranger.email,
    admin: admin.email,
  };
  const callers: Record<Name, Caller> = {
    anonymous: api.anonymous,
    agent: agent.caller,
    stranger: stranger.caller,
    admin: admin.caller,
    owner,
    agentKey: await addApiKey(owner, "AGENT"),
    adminKey: await addApiKey(owner, "ADMIN"),
    ownerKey: await addApiKey(owner, "OWNER"),
  };
  // The first use of a key is noted down; no later call of this test is.
  for (const name of names) await callers[name].ok("{ setUpState { needed } }");
  return { api, callers, emails, team };
}

/** How an operation went, in the matrix's letters. */
export async function outcome(
  world: World,
  field: string,
  name: Name,
  operation: string,
  variables: object,
): Promise<string> {
  if (field.startsWith("Subscription.")) return outcomeOfSubscription(world, name, operation, variables);
  const { data, errors } = await world.callers[name].gql(operation, variables);
  if (errors.length === 0) return Object.values(data ?? {})[0] === null ? "0" : "+";
  return letterOf(errors[0]?.extensions?.code);
}

const letterOf = (code: unknown) => Object.entries(codes).find(([, known]) => known === code)?.[0] ?? String(code);

async function outcomeOfSubscription(
  { api, callers, emails }: World,
  name: Name,
  operation: string,
  variables: object,
): Promise<string> {
  const socket = callers[name].socket();
  const { all, ended } = await socket.subscribe<object>(operation, variables);
  let over: string | undefined;
  void socket.closed.then(({ code }) => {
    over ??= code === 4401 ? "U" : String(code);
  });
  void ended.then((errors) => {
    if (Array.isArray(errors)) over ??= letterOf(errors[0].extensions.code);
  });
  // Written until it arrives: nothing tells when a subscription has begun to listen.
  const aboutClient = "id" in variables;
  const ask = `mutation ($id: ID!) { addTimelineEntry(clientId: $id, input: { description: "Nota" }) { id } }`;
  while (!over && all.length === 0) {
    if (!aboutClient && emails[name])
      await api.pool.query("insert into notification (user_id, kind) select id, 'MENTIONED' from app_user");
    else if (aboutClient && name !== "anonymous" && name !== "stranger") await api.owner.ok(ask, variables);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await socket.close();
  // What is refused before it begins to listen is answered once, like a query.
  const refused = all[0]?.errors?.[0];
  return over ?? (refused ? letterOf(refused.extensions?.code) : "+");
}
