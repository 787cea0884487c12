import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from } from "pg-copy-streams";

type Row = Record<string, string | number | boolean | null>;

const CHUNK = 1 << 16;

/** Sends rows by COPY; their keys are the columns, those of the first row for all. */
export async function copy(client: pg.Client, table: string, rows: Iterable<Row>): Promise<number> {
  const iterator = rows[Symbol.iterator]();
  const first = iterator.next();
  if (first.done) return 0;
  const columns = Object.keys(first.value);
  const stream = client.query(from(`copy ${table} (${columns.join()}) from stdin`));
  await pipeline(Readable.from(chunks(first.value, iterator, columns)), stream);
  return stream.rowCount;
}

function* chunks(first: Row, rest: Iterator<Row>, columns: string[]): Generator<Buffer> {
  let text = "";
  for (let row: IteratorResult<Row> = { value: first }; !row.done; row = rest.next()) {
    for (let c = 0; c < columns.length; c++) {
      const value = row.value[columns[c] as string] as Row[string];
      text += `${c ? "\t" : ""}${value === null ? "\\N" : typeof value === "string" ? escaped(value) : value}`;
    }
    text += "\n";
    if (text.length > CHUNK) {
      yield Buffer.from(text);
      text = "";
    }
  }
  if (text) yield Buffer.from(text);
}

const escaped = (value: string) =>
  /[\\\t\n\r]/.test(value)
    ? value.replace(/\\/g, "\\\\").replace(/\t/g, "\\t").replace(/\n/g, "\\n").replace(/\r/g, "\\r")
    : value;
