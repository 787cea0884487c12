import type { ApolloClient } from "@apollo/client";
import { codeOf } from "../../../apollo/errors.ts";
import type { ContactInput } from "../../../generated/schema.ts";
import { ConflictLeft } from "../saveClient.ts";
import { ClientContactsDocument, type Contact_ContactFragment, UpdateContactDocument } from "./contacts.generated.ts";

export type ContactField = "name" | "position" | "email" | "phone";

/** A field that two people changed to different values. */
export interface ContactClash {
  key: ContactField;
  theirs: string;
  mine: string;
}

interface Saving {
  clientId: string;
  contact: Contact_ContactFragment;
  input: ContactInput;
  /** Asks which values stay: the fields for which the other person's do, or null to go back to editing. */
  ask: (clashes: ContactClash[]) => Promise<string[] | null>;
}

const fields: readonly ContactField[] = ["name", "position", "email", "phone"];
const attempts = 4;

/**
 * Saves a contact. What somebody else changed of it meanwhile stays, and where both changed the same the person chooses.
 * @throws what the server refused, or ConflictLeft
 */
export async function saveContact(apollo: ApolloClient, { clientId, contact, input, ask }: Saving): Promise<void> {
  let [base, mine] = [contact, input];
  for (let attempt = 1; ; attempt += 1) {
    try {
      await apollo.mutate({
        mutation: UpdateContactDocument,
        variables: { id: base.id, input: mine, expectedVersion: base.version },
        refetchQueries: [ClientContactsDocument],
      });
      return;
    } catch (error) {
      if (codeOf(error) !== "CONFLICT" || attempt === attempts) throw error;
      const theirs = await fetchContact(apollo, clientId, base.id);
      if (!theirs) throw error;
      mine = await merged(base, theirs, mine, ask);
      base = theirs;
    }
  }
}

async function merged(
  base: Contact_ContactFragment,
  theirs: Contact_ContactFragment,
  mine: ContactInput,
  ask: Saving["ask"],
): Promise<ContactInput> {
  const same = (a: unknown, b: unknown) => (a ?? "") === (b ?? "");
  const given = fields.filter((key) => mine[key] !== undefined);
  const changed = given.filter((key) => !same(mine[key], base[key]));
  const clashing = changed.filter((key) => !same(theirs[key], base[key]) && !same(theirs[key], mine[key]));
  const clashes = clashing.map((key) => ({ key, theirs: theirs[key] ?? "", mine: mine[key] ?? "" }));
  const kept = clashes.length > 0 ? await ask(clashes) : [];
  if (kept === null) throw new ConflictLeft();
  const theirsStay = given.filter((key) => !changed.includes(key) || kept.includes(key));
  return { ...mine, ...Object.fromEntries(theirsStay.map((key) => [key, theirs[key]])) };
}

async function fetchContact(apollo: ApolloClient, clientId: string, id: string) {
  const { data } = await apollo.query({
    query: ClientContactsDocument,
    variables: { clientId },
    fetchPolicy: "network-only",
  });
  return data?.client?.contacts.find((contact) => contact.id === id) ?? null;
}
