import WebSocket from "ws";

const SUBSCRIBE =
  "subscription ($id: ID!) { timelineEntryAdded(clientId: $id) { id kind description occurredAt summary actor { id name } } }";

/** One socket with one subscription, by the protocol graphql-transport-ws, and no more of a client than that. */
export class Subscriber {
  readonly texts: string[] = [];
  /** Resolves when the server has answered the connection; the subscription was sent right after it. */
  readonly ready: Promise<void>;
  private readonly socket: WebSocket;
  private readonly awaited = new Map<string, (at: number) => void>();

  /** @param address one of this machine: each address may send only so much */
  constructor(url: string, key: string, address: string, clientId: string) {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.ready = promise;
    this.socket = new WebSocket(url.replace("http", "ws"), "graphql-transport-ws", {
      headers: { authorization: `Bearer ${key}` },
      localAddress: address,
    });
    this.socket.once("open", () => this.send({ type: "connection_init" }));
    this.socket.once("error", reject);
    this.socket.once("close", (code, reason) => reject(new Error(`closed with ${code} ${reason}`)));
    this.socket.on("message", (data) => {
      const at = performance.now();
      const message = JSON.parse(String(data)) as { type: string; payload?: { data?: Added; errors?: unknown } };
      if (message.type === "connection_ack") {
        this.send({ id: "1", type: "subscribe", payload: { query: SUBSCRIBE, variables: { id: clientId } } });
        resolve();
      } else if (message.type === "next" && message.payload?.data) {
        const text = message.payload.data.timelineEntryAdded.description?.replace(/<[^>]+>/g, "") ?? "";
        this.texts.push(text);
        this.awaited.get(text)?.(at);
      } else if (message.type === "ping") this.send({ type: "pong" });
    });
  }

  /** When the entry of a text came, on this process' clock. */
  told(text: string): Promise<number> {
    return new Promise((resolve) => this.awaited.set(text, resolve));
  }

  close(): void {
    this.socket.terminate();
  }

  private send(message: object): void {
    this.socket.send(JSON.stringify(message));
  }
}

interface Added {
  timelineEntryAdded: { description: string | null };
}
