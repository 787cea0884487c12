import type { Contender } from "./contenders/contender.ts";
import type { Round } from "./measure.ts";
import type { Row } from "./rows.ts";
import type { StatementTimes } from "./sql.ts";

type Name = Contender["name"];
/** What the rounds of one contender come to: requests per second, latencies in milliseconds. */
export interface Figures {
  rate: number;
  median: number;
  p99: number;
  /** Processor milliseconds per request; NaN where the system does not tell. */
  server: number;
  postgres: number;
}

export interface Measured {
  row: Row;
  rounds: Record<Name, Round[]>;
}

/** Latencies of all rounds together; the rate is that of the middle round, for a neighbour's load may spoil a few. */
export function figuresOf(rounds: Round[]): Figures {
  const latencies = rounds.flatMap((round) => round.latencies).sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0;
  const spent = (on: "server" | "postgres") =>
    rounds.reduce((sum, { cpu }) => sum + (cpu?.[on] ?? Number.NaN) * 1000, 0) / latencies.length;
  return {
    rate: middle(rounds.map(rateOf)),
    median: at(0.5),
    p99: at(0.99),
    server: spent("server"),
    postgres: spent("postgres"),
  };
}

/** How many times another's rate one has: that of the middle round, each held against its neighbour in time. */
export const ratioOf = (rounds: Round[], others: Round[]): number =>
  middle(rounds.map((round, i) => rateOf(round) / rateOf(others[i] as Round)));

const rateOf = ({ latencies, seconds }: Round) => latencies.length / seconds;
const middle = (values: number[]): number => {
  const sorted = values.sort((a, b) => a - b);
  const half = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(half)] ?? 0) + (sorted[Math.ceil(half)] ?? 0)) / 2;
};

const HEAD = ["row", "who", "work", "ours", "raw", "PostGraphile", "ours : raw", "goal", "ours : PostGraphile", "goal"];
const CPU_HEAD = ["row", "who", "work", "ours", "raw", "PostGraphile", "raw : ours", "PostGraphile : ours"];

/** The table in Markdown: requests per second, median and 99th percentile in milliseconds, ratios of the rates beside their goals. */
export function table(measured: Measured[]): string {
  const lines = measured.map(({ row, rounds: { ours, raw, peer } }) => [
    row.key,
    row.viewer,
    row.title,
    ...[ours, raw, peer].map((rounds) => cell(figuresOf(rounds))),
    ...ratio(ratioOf(ours, raw), row.goal),
    ...ratio(ratioOf(ours, peer), row.peerGoal),
  ]);
  return markdown(HEAD, lines);
}

/** What a request costs in processor milliseconds, in the server's process + in PostgreSQL, and how the sums compare. */
export function cpuTable(measured: Measured[]): string {
  const lines = measured.map(({ row, rounds: { ours, raw, peer } }) => {
    const all = [ours, raw, peer].map(figuresOf);
    const [own = 0, bare = 0, other = 0] = all.map(({ server, postgres }) => server + postgres);
    const cells = all.map(({ server, postgres }) => `${server.toFixed(2)} + ${postgres.toFixed(2)}`);
    return [row.key, row.viewer, row.title, ...cells, (bare / own).toFixed(2), (other / own).toFixed(2)];
  });
  return markdown(CPU_HEAD, lines);
}

/** Our statements alone, in milliseconds; search has a goal for its worst term. */
export function statementTable(timed: StatementTimes[]): string {
  const head = ["row", "who", "work", "middle question", "worst question", "goal"];
  const lines = timed.map(({ key, viewer, title, middle, worst }) => {
    const goal = key === "S" ? `${worst <= WORST_SEARCH_MS ? "✓" : "✗"} ≤ ${WORST_SEARCH_MS}` : "";
    return [key, viewer, title, middle.toFixed(1), worst.toFixed(1), goal];
  });
  return markdown(head, lines);
}

const WORST_SEARCH_MS = 10;
const markdown = (head: string[], lines: string[][]) =>
  [head, head.map(() => "---"), ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
const cell = ({ rate, median, p99 }: Figures) => `${Math.round(rate)}/s, ${median.toFixed(1)}, ${p99.toFixed(1)}`;
const ratio = (value: number, goal: number | undefined) => [
  value.toFixed(2),
  goal === undefined ? "" : `${value >= goal ? "✓" : "✗"} ${goal}`,
];
