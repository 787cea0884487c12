import type { BrowserContext } from "@playwright/test";
import { api } from "./server.ts";

/** As many aliases as the server lets one operation have. */
const atOnce = 15;

/**
 * Runs a mutation for each of `inputs`, many in one request, and answers what each of them did. `call` writes it down
 * with the variable of its input.
 * @throws with the server's errors; those before the one that failed have happened.
 */
export async function forEachInput<T>(
  context: BrowserContext,
  type: string,
  inputs: object[],
  call: (input: string) => string,
): Promise<T[]> {
  const answers: T[] = [];
  for (let first = 0; first < inputs.length; first += atOnce) {
    const variables = Object.fromEntries(
      inputs.slice(first, first + atOnce).map((input, index) => [`input${index}`, input]),
    );
    const names = Object.keys(variables);
    const query = `mutation (${names.map((name) => `$${name}: ${type}!`)}) {
      ${names.map((name) => `${name}: ${call(`$${name}`)}`).join("\n")}
    }`;
    answers.push(...Object.values(await api<Record<string, T>>(context, query, variables)));
  }
  return answers;
}

export const createClients = (context: BrowserContext, inputs: object[]): Promise<{ id: string }[]> =>
  forEachInput(context, "CreateClientInput", inputs, (input) => `createClient(input: ${input}) { id }`);

export const createClient = async (context: BrowserContext, input: object): Promise<{ id: string }> => {
  const [client] = await createClients(context, [input]);
  if (!client) throw new Error("No client was made");
  return client;
};

/** Writes notes into a client's timeline, and answers what the server made of their texts. */
export const addNotes = (
  context: BrowserContext,
  clientId: string,
  inputs: object[],
): Promise<{ description: string }[]> =>
  forEachInput(
    context,
    "TimelineEntryInput",
    inputs,
    (input) => `addTimelineEntry(clientId: "${clientId}", input: ${input}) { description }`,
  );
