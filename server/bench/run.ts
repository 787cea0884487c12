import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { compare, compareWithTruth } from "./ask.ts";
import { type Contender, startOurs, startPeer, startRaw } from "./contenders/contender.ts";
import { measureRound } from "./measure.ts";
import { installPeers } from "./peer.ts";
import { prepare } from "./prepare.ts";
import { searchQuestions, shortTerms } from "./questions.ts";
import { cpuTable, type Measured, statementTable, table } from "./report.ts";
import { allRows, type Row } from "./rows.ts";
import { timeStatements } from "./sql.ts";

export interface RunOptions {
  seconds: number;
  rounds: number;
  /** The keys of the rows to measure; all when empty. */
  rows: string[];
}

const WARM_UP_SECONDS = 1;
/** Questions compared before a row is timed. */
const COMPARED = 8;

/** Measures all contenders side by side and prints the table. */
export async function runBench(databaseUrl: string, { seconds, rounds, rows }: RunOptions): Promise<string> {
  installPeers();
  const prepared = await prepare(databaseUrl);
  const contenders: Contender[] = [];
  try {
    contenders.push(
      await startOurs(databaseUrl, prepared.keys),
      await startRaw(databaseUrl),
      await startPeer(databaseUrl),
    );
    const chosen = allRows(prepared.clients, (id) => prepared.seenByAgent.has(id)).filter(
      ({ key }) => rows.length === 0 || rows.includes(key),
    );
    for (const row of chosen) await check(prepared.db, contenders, row);
    // Before anything is created: a search looks at the newest clients first, and those would all be alike.
    const short = { key: "S", title: "Search, one or two letters", viewer: "admin" as const };
    const timed = await timeStatements(databaseUrl, [
      ...chosen,
      { ...short, questions: searchQuestions("admin", shortTerms) },
    ]);
    console.log(`${statementTable(timed)}\n`);
    const measured: Measured[] = [];
    for (const row of chosen) {
      measured.push(await measureRow(prepared.db, contenders, row, seconds, rounds));
      for (const text of [table, cpuTable]) console.log(text(measured.slice(-1)).split("\n").at(-1));
    }
    const report = [table(measured), cpuTable(measured), statementTable(timed)].join("\n\n");
    console.log(`\n${report}`);
    return report;
  } finally {
    await Promise.all(contenders.map((contender) => contender.stop()));
    await prepared.tidy();
  }
}

async function check(db: pg.Client, contenders: Contender[], row: Row): Promise<void> {
  if (typeof row.questions === "function") return;
  if (row.questions.length === 0) throw new Error(`${row.title}: nothing to ask`);
  const step = Math.max(1, Math.floor(row.questions.length / COMPARED));
  for (let i = 0; i < row.questions.length; i += step) {
    const question = row.questions[i];
    if (!question) continue;
    await compare(db, contenders, question, row.viewer, row.exact);
    if (question.words) await compareWithTruth(db, contenders[0] as Contender, question, row.viewer);
  }
}

/** In alternation, so that whatever else the machine does falls on all of them alike. */
async function measureRow(
  db: pg.Client,
  contenders: Contender[],
  row: Row,
  seconds: number,
  rounds: number,
): Promise<Measured> {
  const all: Measured["rounds"] = { ours: [], raw: [], peer: [] };
  for (const contender of contenders) await measureRound(db, contender, row.questions, row.viewer, WARM_UP_SECONDS);
  for (let round = 0; round < rounds; round++) {
    for (const contender of contenders) {
      all[contender.name].push(await measureRound(db, contender, row.questions, row.viewer, seconds));
      await sleep(100);
    }
  }
  return { row, rounds: all };
}
