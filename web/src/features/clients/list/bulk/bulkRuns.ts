import type { ApolloClient } from "@apollo/client";
import type { es } from "@clientela/shared/locales/es";
import i18next from "i18next";
import { toastProblem } from "../../../../feedback/problem.ts";
import { toast } from "../../../../feedback/toast.ts";
import type { BulkStatus } from "../../../../generated/schema.ts";
import { createStore } from "../../../../hooks/createStore.ts";
import { localeOf } from "../../../../i18n/i18n.ts";
import { refreshLists } from "../../refreshLists.ts";
import {
  BulkProgressDocument,
  type BulkResult_ResultFragment,
  BulkResultDocument,
  MyOperationsDocument,
  type MyOperationsQuery,
  StopBulkDocument,
  UndoBulkDocument,
} from "./bulk.generated.ts";
import { type ResultCounts, resultCounts } from "./results.ts";

/** Work on many clients that runs, or whose result has something to read. */
export interface BulkRun {
  /** The operation's id, made here. */
  id: string;
  act: BulkAct;
  state: "running" | "stopping" | "undoing" | "done" | "undone";
  done: number;
  matched: number;
  result: { counts: ResultCounts; skipped: BulkResult_ResultFragment["skipped"] } | null;
}

/** What is done, and the name of what it is done with: a tag, a list, a status, a person. */
export interface BulkAct {
  action: keyof typeof es.bulk.plan;
  name: string;
}

interface BulkWork {
  act: BulkAct;
  /** How many were named; null for everything that a filter matches. */
  named: number | null;
  send: (operationId: string) => Promise<BulkResult_ResultFragment>;
}

const shownAfter = 1000;
const askedEvery = 700;

/** The runs on screen, oldest first; they stay while one goes to other pages. */
export const bulkRuns = createStore<BulkRun[]>([]);

/** Runs that can still be taken back, latest first, for as long as the server keeps what was before. */
export const undoableRuns = createStore<BulkRun[]>([]);
const undoableFor = 10 * 60_000;

/** The kinds of operation that are work on many clients. */
const actions: Record<string, BulkAct["action"]> = {
  TAG: "tag",
  UNTAG: "untag",
  LIST: "list",
  UNLIST: "unlist",
  STATUS: "status",
  ASSIGN: "owner",
  TEAM: "team",
  DELETE: "delete",
};
const goesOn = (status: BulkStatus) => status === "RUNNING" || status === "STOPPING" || status === "UNDOING";
const endedEarly = (status: BulkStatus) => status === "STOPPED" || status === "FAILED" || status === "INTERRUPTED";

/** The runs whose end is waited for. */
const followed = new Set<string>();

const forgetUndo = (id: string) => undoableRuns.set((runs) => runs.filter((run) => run.id !== id));

/**
 * Asks for the viewer's own operations after a reload or a failure: running ones are followed, others may be taken
 * back.
 */
export async function recallRuns(apollo: ApolloClient): Promise<void> {
  const { data } = await apollo.query({ query: MyOperationsDocument, fetchPolicy: "network-only" });
  const known = data?.myOperations.flatMap((operation) => {
    const action = actions[operation.kind];
    return action ? { operation, run: recalled(operation, action) } : [];
  });
  undoableRuns.set(
    known?.filter(({ operation }) => operation.undoableUntil).map(({ run }) => ({ ...run, state: "done" })) ?? [],
  );
  // Runs of the person who signed in before.
  bulkRuns.set((runs) => runs.filter(({ id }) => followed.has(id) || known?.some(({ run }) => run.id === id)));
  for (const { operation, run } of known ?? []) {
    const { undoableUntil } = operation;
    if (undoableUntil) setTimeout(() => forgetUndo(run.id), Date.parse(undoableUntil) - Date.now());
    if (!goesOn(operation.status) || followed.has(run.id)) continue;
    void follow(apollo, run, () => resultOf(apollo, run.id), null);
  }
}

const recalled = (operation: MyOperationsQuery["myOperations"][number], action: BulkAct["action"]): BulkRun => ({
  id: operation.id,
  act: { action, name: operation.subject ?? "—" },
  state: operation.status === "UNDOING" ? "undoing" : operation.status === "STOPPING" ? "stopping" : "running",
  done: operation.done,
  matched: operation.matched,
  result: operation.undoableUntil
    ? {
        counts: {
          changed: operation.changed,
          same: 0,
          skipped: 0,
          stoppedAt: endedEarly(operation.status) ? operation.done : null,
        },
        skipped: [],
      }
    : null,
});

async function resultOf(apollo: ApolloClient, id: string): Promise<BulkResult_ResultFragment> {
  const { data } = await apollo.query({ query: BulkResultDocument, variables: { id }, fetchPolicy: "network-only" });
  if (!data) throw new Error("bulkResult answered nothing");
  return data.result;
}

/** Does work on many clients. Long work shows its progress; each run reports its result and can be undone. */
export async function runBulk(apollo: ApolloClient, work: BulkWork): Promise<boolean> {
  const run: BulkRun = {
    id: crypto.randomUUID(),
    act: work.act,
    state: "running",
    done: 0,
    matched: work.named ?? 0,
    result: null,
  };
  return follow(apollo, run, () => work.send(run.id), work.named);
}

/** Takes a run back, and says what was left as it is. */
export async function undoBulk(apollo: ApolloClient, run: BulkRun): Promise<void> {
  const send = async () => {
    const { data } = await apollo.mutate({ mutation: UndoBulkDocument, variables: { id: run.id } });
    if (!data) throw new Error("undoOperation answered nothing");
    return data.result;
  };
  forgetUndo(run.id);
  const undone = await follow(apollo, { ...run, state: "undoing", done: 0, result: null }, send, null);
  if (!undone && !undoableRuns.get().some(({ id }) => id === run.id)) undoableRuns.set((runs) => [run, ...runs]);
}

/** Stops a run after the clients it is at. */
export async function stopBulk(apollo: ApolloClient, id: string): Promise<void> {
  change(id, (run) => ({ ...run, state: "stopping" }));
  try {
    await apollo.mutate({ mutation: StopBulkDocument, variables: { id } });
  } catch (error) {
    change(id, (run) => (run.state === "stopping" ? { ...run, state: "running" } : run));
    toastProblem(error);
  }
}

export const closeBulk = (id: string): void => bulkRuns.set((runs) => runs.filter((run) => run.id !== id));

const change = (id: string, next: (run: BulkRun) => BulkRun) =>
  bulkRuns.set((runs) => runs.map((run) => (run.id === id ? next(run) : run)));

async function follow(
  apollo: ApolloClient,
  run: BulkRun,
  send: () => Promise<BulkResult_ResultFragment>,
  named: number | null,
): Promise<boolean> {
  closeBulk(run.id);
  const undoing = run.state === "undoing";
  let over = false;
  followed.add(run.id);
  const ask = async () => {
    const { data } = await apollo.query({
      query: BulkProgressDocument,
      variables: { id: run.id },
      fetchPolicy: "network-only",
    });
    if (!data) return;
    const { done, matched, changed } = data.bulkOperation;
    change(run.id, (now) => ({ ...now, done, matched: undoing ? changed : matched }));
  };
  const watch = async () => {
    await pause(shownAfter);
    if (over) return;
    bulkRuns.set((runs) => [...runs, run]);
    while (!over) {
      // Progress that cannot be asked for now is asked for again: the work itself goes on.
      await ask().catch(() => undefined);
      await pause(askedEvery);
    }
  };
  void watch();
  let result: BulkResult_ResultFragment;
  try {
    result = await send();
    // The server answers after 50 seconds; the work goes on.
    while (goesOn(result.operation.status)) {
      await pause(askedEvery);
      result = await resultOf(apollo, run.id);
    }
  } catch (error) {
    closeBulk(run.id);
    toastProblem(error);
    followed.delete(run.id);
    await recallRuns(apollo).catch(() => undefined);
    return false;
  } finally {
    over = true;
    followed.delete(run.id);
  }
  const { status, done } = result.operation;
  const counts = resultCounts(result, { named, processed: !undoing && endedEarly(status) ? done : null });
  conclude(apollo, { ...run, state: undoing ? "undone" : "done", result: { counts, skipped: result.skipped } });
  await refreshLists(apollo).catch((error: unknown) => toastProblem(error));
  return true;
}

/** A result with clients that were left out stays to be read; any other is said in a toast. */
function conclude(apollo: ApolloClient, run: BulkRun): void {
  closeBulk(run.id);
  const undoable = run.state === "done" && (run.result?.counts.changed ?? 0) > 0;
  if (undoable) {
    undoableRuns.set((runs) => [run, ...runs]);
    setTimeout(() => forgetUndo(run.id), undoableFor);
  }
  if (run.result?.skipped.length) {
    bulkRuns.set((runs) => [...runs, run]);
    return;
  }
  toast(textOfResult(run), {
    ...(undoable && { action: { label: i18next.t("common.undo"), run: () => void undoBulk(apollo, run) } }),
  });
}

/** What is going to be done, in words. */
export const planOf = ({ action, name }: BulkAct): string => i18next.t(`bulk.plan.${action}`, { name });

/** What became of a run, in words. */
export function textOfResult({ act, state, result }: BulkRun): string {
  const number = new Intl.NumberFormat(localeOf(i18next.language));
  const { changed = 0, same = 0, skipped = 0, stoppedAt = null } = result?.counts ?? {};
  const counted = (count: number) => ({ count, formatted: number.format(count) });
  const did = () =>
    changed > 0
      ? i18next.t(`bulk.did.${act.action}`, { ...counted(changed), name: act.name })
      : i18next.t("bulk.unchanged");
  const parts = [
    state === "undone" ? i18next.t("bulk.restored", { ...counted(changed), plan: planOf(act) }) : did(),
    same > 0 && state === "done" && i18next.t("bulk.same", counted(same)),
    skipped > 0 && i18next.t("bulk.skipped", counted(skipped)),
    stoppedAt !== null && i18next.t("bulk.stopped", counted(stoppedAt)),
  ];
  return parts.filter(Boolean).join(" · ");
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
