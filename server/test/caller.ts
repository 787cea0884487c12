import { type IncomingMessage, type OutgoingHttpHeaders, request } from "node:http";
import type { GraphQLFormattedError } from "graphql";
import { openSocket, type Socket } from "./socket.ts";

/** What came back from /graphql. */
export interface Answer<T> {
  status: number;
  headers: IncomingMessage["headers"];
  bytes: Buffer;
  text: string;
  data: T | null | undefined;
  errors: GraphQLFormattedError[];
}

/** An error as its reader sees it. */
export interface Refusal {
  code: unknown;
  message: string;
  fields?: { path: string; message: string }[];
  [detail: string]: unknown;
}

/** Somebody who calls the API, known by the headers they send. */
export class Caller {
  constructor(
    readonly url: string,
    readonly headers: Record<string, string> = {},
  ) {}

  /** The same caller with other headers. */
  with(headers: Record<string, string>): Caller {
    return new Caller(this.url, { ...this.headers, ...headers });
  }

  /** The same caller at another server process. */
  at({ url }: { url: string }): Caller {
    return new Caller(url, this.headers);
  }

  /** Any request at all. */
  send(options: {
    path?: string;
    method?: string;
    headers?: OutgoingHttpHeaders;
    body?: string | Buffer;
  }): Promise<Answer<Record<string, unknown>>> {
    return new Promise((resolve, reject) => {
      const { path = "/graphql", method = "POST", headers, body } = options;
      const call = request(this.url + path, { method, headers: { ...this.headers, ...headers } }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () => {
          const bytes = Buffer.concat(chunks);
          const text = bytes.toString();
          const json = text.startsWith("{") ? (JSON.parse(text) as { data?: null; errors?: [] }) : {};
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            bytes,
            text,
            data: json.data,
            errors: json.errors ?? [],
          });
        });
      });
      call.on("error", reject);
      call.end(body);
    });
  }

  /** A GraphQL operation. */
  async gql<T = Record<string, unknown>>(query: string, variables: object = {}): Promise<Answer<T>> {
    const body = JSON.stringify({ query, variables });
    return (await this.send({ headers: { "content-type": "application/json" }, body })) as Answer<T>;
  }

  /**
   * What an operation answers.
   * @throws Error when it is refused
   */
  async ok<T = Record<string, unknown>>(query: string, variables: object = {}): Promise<T> {
    const { data, errors, text } = await this.gql<T>(query, variables);
    if (!data || errors.length > 0) throw new Error(`Refused: ${query}\n${text}`);
    return data;
  }

  /**
   * The one error with which an operation is refused.
   * @throws Error when it is not refused
   */
  async refused(query: string, variables: object = {}): Promise<Refusal> {
    const { errors, text } = await this.gql(query, variables);
    const [error] = errors;
    if (!error || errors.length > 1) throw new Error(`Not refused once: ${query}\n${text}`);
    return { message: error.message, ...error.extensions } as Refusal;
  }

  /** A graphql-transport-ws connection. */
  socket(headers: Record<string, string> = {}): Socket {
    return openSocket(this.url, { ...this.headers, ...headers });
  }
}
