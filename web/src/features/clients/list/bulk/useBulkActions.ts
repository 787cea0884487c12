import type { ApolloClient, TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { confirm } from "../../../../feedback/confirm.ts";
import { toastProblem } from "../../../../feedback/problem.ts";
import type { ClientSelection, ClientStatus } from "../../../../generated/schema.ts";
import { useFormats } from "../../../../i18n/format.ts";
import {
  AddClientsToListDocument,
  AssignClientsOwnerDocument,
  AssignClientsTeamDocument,
  type BulkResult_ResultFragment,
  ClientCountDocument,
  DeleteClientsDocument,
  RemoveClientsFromListDocument,
  SetClientsStatusDocument,
  TagClientsDocument,
  UntagClientsDocument,
} from "./bulk.generated.ts";
import { type BulkAct, planOf, runBulk } from "./bulkRuns.ts";

interface Named {
  id: string;
  name: string;
}

/** Above so many clients a person is asked first. */
const askAbove = 500;

/** What can be done with many clients; each asks first where many are touched, and answers whether it was done. */
export function useBulkActions(selection: () => ClientSelection) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const apollo = useApolloClient();

  async function run<V extends object>(
    act: BulkAct,
    mutation: TypedDocumentNode<{ result: BulkResult_ResultFragment }, V & { selection: ClientSelection }>,
    variables: V,
    { danger = false } = {},
  ): Promise<boolean> {
    const chosen = selection();
    let count: number;
    try {
      count = chosen.ids?.length ?? (await countOf(apollo, chosen));
    } catch (error) {
      toastProblem(error);
      return false;
    }
    if (danger || count > askAbove) {
      const counted = { count, formatted: number(count) };
      const sure = await confirm({
        title: danger ? t("bulk.deleteTitle", counted) : t("bulk.askTitle", counted),
        text: danger ? t("bulk.deleteText") : t("bulk.askText", { plan: planOf(act) }),
        confirmLabel: danger ? t("bulk.deleteConfirm", counted) : t("bulk.askConfirm", counted),
        danger,
      });
      if (!sure) return false;
    }
    return runBulk(apollo, {
      act,
      named: chosen.ids?.length ?? null,
      send: async (operationId) => {
        const { data } = await apollo.mutate({
          mutation,
          variables: { ...variables, selection: chosen, operationId },
        });
        if (!data) throw new Error(`${act.action} answered nothing`);
        return data.result;
      },
    });
  }

  return {
    addTag: (tag: Named) => run({ action: "tag", name: tag.name }, TagClientsDocument, { tagIds: [tag.id] }),
    removeTag: (tag: Named) => run({ action: "untag", name: tag.name }, UntagClientsDocument, { tagIds: [tag.id] }),
    addToList: (list: Named) => run({ action: "list", name: list.name }, AddClientsToListDocument, { listId: list.id }),
    removeFromList: (list: Named) =>
      run({ action: "unlist", name: list.name }, RemoveClientsFromListDocument, { listId: list.id }),
    setStatus: (status: ClientStatus) =>
      run({ action: "status", name: t(`clients.status.${status}`) }, SetClientsStatusDocument, { status }),
    setOwner: (owner: Named | null) =>
      run({ action: "owner", name: owner?.name ?? t("bulk.nobody") }, AssignClientsOwnerDocument, {
        ownerId: owner?.id ?? null,
      }),
    setTeam: (team: Named | null) =>
      run({ action: "team", name: team?.name ?? t("bulk.noTeam") }, AssignClientsTeamDocument, {
        teamId: team?.id ?? null,
      }),
    remove: () => run({ action: "delete", name: "" }, DeleteClientsDocument, {}, { danger: true }),
  };
}

export type BulkActions = ReturnType<typeof useBulkActions>;

async function countOf(apollo: ApolloClient, { filter }: ClientSelection): Promise<number> {
  const { data } = await apollo.query({
    query: ClientCountDocument,
    variables: { filter: filter ?? null },
    fetchPolicy: "network-only",
  });
  if (!data) throw new Error("clientCount answered nothing");
  return data.clientCount;
}
