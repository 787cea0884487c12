import type { NewsletterState } from "@clientela/shared/lists/words";
import { sql } from "kysely";
import type { Context } from "../../context.ts";
import { type ClientListRow, listsOf } from "./list.references.ts";

interface StoredState {
  listId: string;
  state: NewsletterState;
  since: string;
}

/** A client's states with its lists, in SQL; `shownNewsletters` leaves those of newsletters. */
export const newsletterStates = sql`(select json_agg(json_build_object('listId', list_id, 'state', state, 'since', since))
  from client_list_member where client_list_member.client_id = client.id)`;

/** The states as GraphQL shows them, by name of the newsletter. */
export const shownNewsletters = (states: StoredState[] | null, { core }: Context) =>
  (states ?? [])
    .flatMap(({ listId, ...state }) => {
      const list: ClientListRow | null = listsOf(core).get(listId);
      return list?.newsletter ? [{ ...state, list }] : [];
    })
    .sort((a, b) => a.list.name.localeCompare(b.list.name));
