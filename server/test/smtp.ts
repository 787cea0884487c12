import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

/** What a mail server of the tests does with a message that it was given whole; throws what it answers instead. */
type Verdict = (raw: string) => Promise<void> | void;

/** A mail server on loopback, and the messages it took on, as they came over the wire. */
export interface MailServer {
  url: string;
  port: number;
  taken: string[];
  stop(): Promise<void>;
}

/** An answer with an SMTP code. */
export const answer = (responseCode: number, message: string): Error =>
  Object.assign(new Error(message), { responseCode });

/** Starts a mail server; `verdict` decides on each message, `options` on all before. */
export async function startMailServer(
  verdict: Verdict = () => undefined,
  options: SMTPServerOptions = {},
  port = 0,
): Promise<MailServer> {
  const taken: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    disableReverseLookup: true,
    closeTimeout: 100,
    logger: false,
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", async () => {
        const raw = Buffer.concat(chunks).toString();
        try {
          await verdict(raw);
          taken.push(raw);
          done();
        } catch (error) {
          done(error as Error);
        }
      });
    },
    ...options,
  });
  server.on("error", () => undefined);
  server.listen(port, "127.0.0.1");
  await once(server.server, "listening");
  const { port: actual } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${actual}`,
    port: actual,
    taken,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A header of a message as it came, unfolded and decoded where it is an encoded word (RFC 2047). */
export function headerOf(raw: string, name: string): string | undefined {
  const [head = ""] = raw.split("\r\n\r\n");
  const unfolded = head.replace(/\r\n[ \t]+/g, " ");
  const line = unfolded.split("\r\n").find((text) => text.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  return line
    ?.slice(name.length + 1)
    .trim()
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?UTF-8\?([QB])\?([^?]*)\?=/gi, (_, coding: string, text: string) =>
      coding.toUpperCase() === "B" ? Buffer.from(text, "base64").toString() : quoted(text.replace(/_/g, " ")),
    );
}

/** The plain text of a message as it came. */
export function textOf(raw: string): string {
  const part = /Content-Type: text\/plain[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/i.exec(raw);
  const coding = /Content-Type: text\/plain[\s\S]*?Content-Transfer-Encoding: (\S+)/i.exec(raw)?.[1]?.toLowerCase();
  const body = part?.[1] ?? "";
  if (coding === "base64") return Buffer.from(body, "base64").toString();
  return coding === "quoted-printable" ? quoted(body.replace(/=\r\n/g, "")) : body;
}

const quoted = (text: string) =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  ).toString();
