import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import pg from "pg";

/** When a pooler takes a connection back: after each transaction, or when who had it leaves. */
export type Mode = "transaction" | "session";

const SSL_REQUEST = 80_877_103;

/**
 * A pooler as far as its clients notice: it lends connections to a database and greets without one. It refuses settings
 * it does not know at the start of a session.
 */
export async function startPooler(databaseUrl: string, mode: Mode): Promise<{ url: string; stop(): Promise<void> }> {
  const free: pg.Client[] = [];
  const all: pg.Client[] = [];
  const clients = new Set<Socket>();
  const lend = async () => {
    const known = free.pop();
    if (known) return known;
    const connection = new pg.Client(databaseUrl);
    connection.on("error", () => undefined);
    await connection.connect();
    all.push(connection);
    return connection;
  };
  const server = createServer((client) => {
    clients.add(client);
    client.on("error", () => undefined).on("close", () => clients.delete(client));
    greet(client, () => serve(client, mode, lend, (connection) => free.push(connection)));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = new URL(databaseUrl);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    async stop() {
      for (const client of clients) client.destroy();
      server.close();
      await once(server, "close");
      for (const connection of all) streamOf(connection).destroy();
    },
  };
}

/** Signs everybody in. */
function greet(client: Socket, ready: () => void): void {
  client.once("data", (hello: Buffer) => {
    if (hello.readInt32BE(4) === SSL_REQUEST) {
      greet(client, ready);
      client.write("N");
    } else if (hello.includes("\0options\0")) {
      const fields = "SFATAL\0VFATAL\0C08P01\0Munsupported startup parameter: options\0\0";
      client.end(message("E", Buffer.from(fields)));
    } else {
      ready();
      client.write(
        Buffer.concat([message("R", Buffer.alloc(4)), message("K", Buffer.alloc(8)), message("Z", Buffer.from("I"))]),
      );
    }
  });
}

function serve(
  client: Socket,
  mode: Mode,
  lend: () => Promise<pg.Client>,
  giveBack: (connection: pg.Client) => void,
): void {
  let lent: Promise<Socket> | undefined;
  let connection: pg.Client | undefined;
  const take = async () => {
    connection = await lend();
    const stream = streamOf(connection);
    let rest = Buffer.alloc(0);
    stream.removeAllListeners("data").on("data", (chunk: Buffer) => {
      rest = Buffer.concat([rest, chunk]);
      let idle = false;
      for (let next = lengthOf(rest); next && next <= rest.length; next = lengthOf(rest)) {
        idle = rest[0] === "Z".charCodeAt(0) && rest[5] === "I".charCodeAt(0);
        rest = rest.subarray(next);
      }
      if (idle && mode === "transaction") leave();
      client.write(chunk);
    });
    return stream;
  };
  const leave = () => {
    if (connection) giveBack(connection);
    connection = undefined;
    lent = undefined;
  };
  client.on("data", (asked: Buffer) => {
    if (asked[0] === "X".charCodeAt(0)) return;
    lent ??= take();
    void lent.then((stream) => stream.write(asked));
  });
  client.once("close", () => connection && streamOf(connection).destroy());
}

/** Of the message that a text of the protocol begins with, once that is known. */
const lengthOf = (bytes: Buffer) => (bytes.length >= 5 ? bytes.readInt32BE(1) + 1 : undefined);

const streamOf = (client: pg.Client): Socket =>
  (client as unknown as { connection: { stream: Socket } }).connection.stream;

function message(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(type);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}
