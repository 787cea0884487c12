import type { ApolloClient } from "@apollo/client";
import { codeOf } from "../../../apollo/errors.ts";
import { ConflictLeft } from "../../../form/saveOnLatest.ts";
import { createStore } from "../../../hooks/createStore.ts";
import { ClientPageDocument, UpdateClientDocument } from "../clients.generated.ts";
import {
  type ClientRecord,
  changedKeys,
  conflictingKeys,
  inputOf,
  type RecordKey,
  withValuesOf,
} from "../clientValues.ts";
import { ClientContactsDocument } from "./contacts/contacts.generated.ts";

/** Two people's values of the same fields, waiting for a choice. */
export interface ConflictQuestion {
  id: number;
  theirs: ClientRecord;
  mine: ClientRecord;
  keys: RecordKey[];
  /** Takes the fields for which the other person's value stays; null goes back to editing. */
  answer(keepTheirs: RecordKey[] | null): void;
}

/** The conflicts to be decided, one after the other; ConflictDialog shows the first. */
export const conflictQuestions = createStore<ConflictQuestion[]>([]);

/** Goes back to editing in every open question, so that no save waits for an answer that cannot come. */
export const leaveConflicts = () => {
  for (const { answer } of conflictQuestions.get()) answer(null);
};

const attempts = 4;

/**
 * Saves what differs between two versions of a record, shown at once and taken back when refused. Somebody else's
 * change of other fields is no conflict: ours is put on top of it. Where both changed the same field the person chooses.
 * @returns the record as saved.
 * @throws what the server refused, or ConflictLeft.
 */
export async function saveClient(
  apollo: ApolloClient,
  before: ClientRecord,
  after: ClientRecord,
): Promise<ClientRecord> {
  let [base, mine] = [before, after];
  for (let attempt = 1; ; attempt += 1) {
    const keys = changedKeys(base, mine);
    if (keys.length === 0) return base;
    try {
      return await send(apollo, base, mine, keys);
    } catch (error) {
      if (codeOf(error) !== "CONFLICT" || attempt === attempts) throw error;
      const theirs = await fetchClient(apollo, base.id);
      if (!theirs) throw error;
      const clashing = conflictingKeys(base, theirs, mine);
      const kept = clashing.length > 0 ? await ask({ theirs, mine, keys: clashing }) : [];
      mine = withValuesOf(
        theirs,
        mine,
        keys.filter((key) => !kept.includes(key)),
      );
      base = theirs;
    }
  }
}

async function send(apollo: ApolloClient, base: ClientRecord, mine: ClientRecord, keys: RecordKey[]) {
  const { data } = await apollo.mutate({
    mutation: UpdateClientDocument,
    variables: { id: base.id, input: inputOf(mine, keys), expectedVersion: base.version },
    optimisticResponse: { updateClient: mine },
    // The contact person is one of the contacts.
    refetchQueries: keys.includes("contactPerson") ? [ClientContactsDocument] : [],
  });
  if (!data) throw new Error("updateClient answered nothing");
  return data.updateClient;
}

async function fetchClient(apollo: ApolloClient, id: string): Promise<ClientRecord | null> {
  const { data } = await apollo.query({ query: ClientPageDocument, variables: { id }, fetchPolicy: "network-only" });
  return data?.client ?? null;
}

let asked = 0;

function ask(question: Omit<ConflictQuestion, "id" | "answer">): Promise<RecordKey[]> {
  return new Promise((resolve, reject) => {
    asked += 1;
    const open: ConflictQuestion = {
      ...question,
      id: asked,
      answer(keepTheirs) {
        conflictQuestions.set((questions) => questions.filter((other) => other !== open));
        if (keepTheirs) resolve(keepTheirs);
        else reject(new ConflictLeft());
      },
    };
    conflictQuestions.set((questions) => [...questions, open]);
  });
}
