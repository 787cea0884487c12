import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import pg from "pg";
import { type StatementName, statements } from "./statements.ts";

/** The floor that the others are held against: node:http, pg, a prepared statement, and the answer passed on as it is. */
const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: 10,
  options: "-c timezone=UTC -c jit=off",
});

const server = createServer((request, response) => {
  let body = "";
  request.setEncoding("utf8").on("data", (text: string) => {
    body += text;
  });
  request.on("end", () => {
    const { statement, values } = JSON.parse(body) as { statement: StatementName; values: unknown[] };
    pool.query<{ answer: string }>({ name: statement, text: statements[statement], values }).then(
      ({ rows }) => response.setHeader("Content-Type", "application/json").end(rows[0]?.answer),
      (error: Error) => response.writeHead(500).end(JSON.stringify({ errors: [{ message: error.message }] })),
    );
  });
});
server.listen(0, "127.0.0.1", () => {
  console.log(`listening on http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
