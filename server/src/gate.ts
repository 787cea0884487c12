import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { StartError } from "./start-error.ts";

type State = "starting" | "open" | "stopping" | "closing";

/** Long enough for clients to learn from a response that their connection will not be used again. */
const LINGER_MS = 250;

/**
 * The HTTP server from the first moment to the last. It opens before there is anything to serve, so that a taken port
 * is told at once. It answers 503 until the application is ready, and again while it stops. It knows when no request is
 * left. `GET /healthz` tells its state, and the application's word on its own.
 */
export class Gate {
  readonly http: Server;
  #state: State = "starting";
  #handler: RequestListener = refuse;
  #health: () => object = () => ({});
  #inFlight = 0;
  #idle = () => {};

  constructor() {
    this.http = createServer((request, response) => this.#receive(request, response));
  }

  /**
   * Listens; answers the port, which matters when 0 asked for any free one. Waits for a server of ours that is stopping.
   * @throws StartError when the port is taken or may not be used
   */
  async listen(port: number, host: string): Promise<number> {
    for (let unclear = 0; ; await sleep(100)) {
      try {
        return await this.#tryToListen(port, host);
      } catch (error) {
        const other = await askState(port, host);
        // A holder of the port that no longer answers may just have freed it.
        const worthAnotherTry = other === "stopping" || (other === "gone" && ++unclear <= 3);
        if (!worthAnotherTry) throw explain(error as NodeJS.ErrnoException, port, host);
      }
    }
  }

  /** From now on requests reach the application. */
  open(handler: RequestListener, health: () => object): void {
    this.#handler = handler;
    this.#health = health;
    this.#state = "open";
  }

  /** Takes no more requests and resolves when those in flight are answered, at the latest after `limit` milliseconds. */
  async drain(limit: number): Promise<void> {
    if (this.#state === "open") {
      this.#state = "stopping";
      await sleep(LINGER_MS);
    }
    this.#state = "closing";
    // Without a listener Node treats an upgrade as a request, which is refused like any other.
    this.http.removeAllListeners("upgrade");
    if (this.#inFlight === 0) return;
    const done = new Promise<void>((resolve) => {
      this.#idle = resolve;
    });
    await Promise.race([done, sleep(limit, undefined, { ref: false })]);
  }

  /** Frees the port and cuts what is still connected. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      this.http.close(() => resolve());
      this.http.closeAllConnections();
    });
  }

  #tryToListen(port: number, host: string): Promise<number> {
    return new Promise((resolve, reject) => {
      this.http.once("error", reject);
      this.http.listen(port, host, () => {
        this.http.off("error", reject);
        resolve((this.http.address() as AddressInfo).port);
      });
    });
  }

  #receive(request: IncomingMessage, response: ServerResponse): void {
    const state = this.#state;
    if (state !== "open") response.setHeader("Connection", "close");
    if (request.url?.split("?")[0] === "/healthz") {
      answer(response, state === "open" ? 200 : 503, state, this.#health());
    } else if (state === "starting" || state === "closing") {
      answer(response, 503, state);
    } else {
      this.#inFlight++;
      response.once("close", () => {
        if (--this.#inFlight === 0) this.#idle();
      });
      this.#handler(request, response);
    }
  }
}

/** Asks what holds a port: the last server may still be stopping, since npm does not wait for its end. */
async function askState(port: number, host: string): Promise<"stopping" | "gone" | "other"> {
  const url = new URL("http://localhost/healthz");
  if (host !== "0.0.0.0" && host !== "::") url.hostname = host.includes(":") ? `[${host}]` : host;
  url.port = String(port);
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(1000) });
    const { status } = (await response.json()) as { status?: unknown };
    return response.status === 503 && status === "stopping" ? "stopping" : "other";
  } catch (error) {
    return error instanceof TypeError ? "gone" : "other";
  }
}

function refuse(_request: IncomingMessage, response: ServerResponse): void {
  answer(response, 503, "starting");
}

function answer(response: ServerResponse, code: number, state: State, health: object = {}): void {
  const headers: Record<string, string> = { "Content-Type": "application/json", "Cache-Control": "no-store" };
  if (code === 503) headers["Retry-After"] = "2";
  response
    .writeHead(code, headers)
    .end(JSON.stringify({ status: state === "closing" ? "stopping" : state, ...health }));
}

function explain(error: NodeJS.ErrnoException, port: number, host: string): Error {
  if (error.code === "EADDRINUSE") {
    return new StartError(`PORT: ${port} is in use on ${host}; stop the other program or set PORT to another number.`);
  }
  if (error.code === "EACCES") return new StartError(`PORT: this user may not open ${port}; set PORT above 1023.`);
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND") {
    return new StartError(`HOST: ${host} is not an address of this machine.`);
  }
  return error;
}
