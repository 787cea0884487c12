import type { EventEmitter } from "node:events";
import type pg from "pg";
import type { Contender } from "./contenders/contender.ts";
import { cpuOf, type Spent, spent } from "./cpu.ts";
import { requirePeer } from "./peer.ts";
import type { Question, Viewer } from "./questions.ts";

export const CONNECTIONS = 16;

/** What one round measured: latencies in milliseconds, in the order of their arrival. */
export interface Round {
  latencies: number[];
  seconds: number;
  /** Processor seconds, where the system tells. */
  cpu: Spent | null;
}

type Autocannon = (options: object, done: (error: Error | null) => void) => EventEmitter & { stop(): void };
interface Client {
  setRequests(requests: object[]): void;
}

/** Loads one contender for some seconds: sixteen connections, each with one request at a time and its own place among the questions. */
export async function measureRound(
  db: pg.Client,
  contender: Contender,
  questions: Question[] | (() => Question),
  viewer: Viewer,
  seconds: number,
): Promise<Round> {
  const before = await cpuOf(db, contender);
  const latencies = await load(contender, questions, viewer, seconds);
  const after = await cpuOf(db, contender);
  return { latencies, seconds, cpu: spent(before, after) };
}

function load(
  contender: Contender,
  questions: Question[] | (() => Question),
  viewer: Viewer,
  seconds: number,
): Promise<number[]> {
  const autocannon = requirePeer("autocannon") as Autocannon;
  const latencies: number[] = [];
  let connection = 0;
  let broken = "";
  const request = (question: Question) => ({ body: contender.body(question) });
  const onResponse = (status: number, body: string) => {
    if (status !== 200 || body.includes('"errors":')) broken = body;
  };
  const requests =
    typeof questions === "function"
      ? [{ onResponse, setupRequest: (made: object) => ({ ...made, ...request(questions()) }) }]
      : questions.map((question) => ({ ...request(question), onResponse }));
  return new Promise((resolve, reject) => {
    let began = 0;
    const running = autocannon(
      {
        url: contender.url,
        connections: CONNECTIONS,
        duration: 3600,
        sampleInt: 100,
        timeout: 120,
        method: "POST",
        headers: { "content-type": "application/json", ...contender.headers(viewer) },
        requests,
        setupClient: (client: Client) => {
          const start = Math.floor((connection++ * requests.length) / CONNECTIONS);
          const rotated = [...requests.slice(start), ...requests.slice(0, start)];
          if (start > 0) client.setRequests(rotated.map((one) => ({ ...one })));
        },
      },
      (error) => {
        if (error || broken) reject(error ?? new Error(`${contender.name} answered ${broken.slice(0, 600)}`));
        else resolve(latencies);
      },
    );
    running.on("response", (_client: unknown, _status: number, _bytes: number, latency: number) => {
      const now = performance.now();
      began ||= now;
      if (now - began < seconds * 1000) latencies.push(latency);
      else running.stop();
    });
  });
}
