import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, test as base } from "@playwright/test";
import { serverProgram, trialEnvironment } from "../../scripts/product.mjs";

const startsWithin = 60_000;

/** The owner of a server that was not left to the set-up page. */
export const owner = { email: "ana@example.com", password: "correct-horse-9" };

/** A server of its own, with its own embedded database in a folder that goes when it stops. */
export interface RunningServer {
  url: string;
  /** The set-up link that an empty database makes it print. */
  setUpLink: string | null;
  stop(): Promise<void>;
}

/**
 * Starts the server that `npm start` starts, on a free port.
 * @throws with what it printed when it does not get ready.
 */
export async function startServer({
  demo = false,
  setUp = false,
  env = {} as Record<string, string>,
} = {}): Promise<RunningServer> {
  const folder = await mkdtemp(join(tmpdir(), "clientela-e2e-"));
  // PostgreSQL refuses to run as root and then runs as another user, who has to get through.
  await chmod(folder, 0o711);
  const { command, args } = serverProgram(demo ? ["--demo"] : []);
  const server = spawn(command, args, {
    // The server stops by itself when this channel closes: a killed test run leaves nothing behind.
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: trialEnvironment({
      PORT: "0",
      DATA_DIR: folder,
      ...env,
      ...(!setUp && { OWNER_EMAIL: owner.email, OWNER_PASSWORD: owner.password }),
    }),
  });
  let printed = "";
  let logged = "";
  server.stderr?.on("data", (chunk) => {
    logged = (logged + chunk).slice(-20_000);
  });
  const ready = new Promise<{ url: string; setUpLink: string | null }>((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`The server ${why}:\n${printed}\n${logged}`));
    const timer = setTimeout(() => fail("was not ready in time"), startsWithin);
    server.once("exit", (code) => fail(`ended with ${code}`));
    server.stdout?.on("data", (chunk) => {
      printed += chunk;
      const url = /^Clientela: (\S+)$/m.exec(printed)?.[1];
      const setUpLink = /(http\S+\/setup\?token=\S+)\n/.exec(printed)?.[1] ?? null;
      if (!url || (setUp && !setUpLink)) return;
      clearTimeout(timer);
      resolve({ url, setUpLink });
    });
  });
  const stop = async () => {
    if (server.exitCode === null) {
      server.kill("SIGTERM");
      await once(server, "exit");
    }
    await rm(folder, { recursive: true, force: true });
  };
  try {
    return { ...(await ready), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

export interface WorkerFixtures {
  /** What the server begins with; journeys that ask for the same share one. */
  appOptions: { demo?: boolean };
  /** A running server with an owner, shared by the worker's tests: name what you make so that it is yours alone. */
  app: RunningServer;
}

/** Playwright's test on a running server: `page` has its address as base, and nobody is signed in. */
export const test = base.extend<object, WorkerFixtures>({
  appOptions: [{}, { scope: "worker", option: true }],
  app: [
    async ({ appOptions }, use) => {
      const server = await startServer(appOptions);
      await use(server);
      await server.stop();
    },
    { scope: "worker", timeout: startsWithin + 10_000 },
  ],
  baseURL: async ({ app }, use) => use(app.url),
});

export { expect } from "@playwright/test";

/**
 * Sends a GraphQL operation with the session of a browser context, for what a journey needs but is not about.
 * @throws with the server's errors.
 */
export async function api<T>(context: BrowserContext, query: string, variables: object = {}): Promise<T> {
  const response = await context.request.post("/graphql", { data: { query, variables } });
  const { data, errors } = (await response.json()) as { data: T; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** Signs a browser context in without the page. */
export async function signIn(context: BrowserContext, { email, password } = owner): Promise<void> {
  await api(
    context,
    "mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { role } }",
    {
      email,
      password,
    },
  );
}

/** Makes a person as the signed-in owner of `context` would, and answers how they sign in. */
export async function createPerson(
  context: BrowserContext,
  { name, role = "AGENT", teamIds = [] }: { name: string; role?: "OWNER" | "ADMIN" | "AGENT"; teamIds?: string[] },
): Promise<{ id: string; email: string; password: string }> {
  const email = `${name.toLowerCase().replace(/[^a-z]+/g, ".")}@example.com`;
  const password = "another-horse-8";
  const { inviteUser } = await api<{ inviteUser: { link: string; user: { id: string } } }>(
    context,
    "mutation ($input: InviteUserInput!) { inviteUser(input: $input) { link user { id } } }",
    { input: { name, email, role, teamIds } },
  );
  const token = new URL(inviteUser.link).searchParams.get("token");
  const response = await fetch(new URL("/graphql", inviteUser.link), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      query:
        "mutation ($token: String!, $password: String!) { acceptInvitation(token: $token, password: $password) { role } }",
      variables: { token, password },
    }),
  });
  const { errors } = (await response.json()) as { errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return { id: inviteUser.user.id, email, password };
}
