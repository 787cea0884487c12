import { domainToASCII } from "node:url";
import { createTransport, type Transporter } from "nodemailer";
import type { Core } from "../../context.ts";
import { onceFor } from "../../core/once-for.ts";

const CONNECT_MS = 10_000;
const SILENCE_MS = 15_000;
/** No try takes longer, however slowly a server answers. */
export const SEND_LIMIT_MS = 25_000;

/** One e-mail on its way out. */
export interface Mail {
  id: string;
  to: string;
  fromName: string;
  subject: string;
  text: string;
  html: string;
}

/** The mail server of `SMTP_URL`. */
export class Smtp {
  private readonly transport: Transporter;
  private readonly domain: string;
  private busy = false;
  private asked = false;

  constructor(
    url: string,
    readonly from: string,
  ) {
    this.domain = domainToASCII(from.slice(from.lastIndexOf("@") + 1));
    this.transport = createTransport({
      url,
      connectionTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      dnsTimeout: CONNECT_MS,
      socketTimeout: SILENCE_MS,
      // A text of ours is never a path or an address to read from.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  /**
   * Does the work now. If it is running already, it runs once more after that, so that everything due at the call is
   * done.
   */
  async inTurn(work: () => Promise<void>): Promise<void> {
    this.asked = true;
    if (this.busy) return;
    this.busy = true;
    try {
      while (this.asked) {
        this.asked = false;
        await work();
      }
    } finally {
      this.busy = false;
    }
  }

  /**
   * Hands an e-mail to the server; done when the server has taken it on. The same id has the same Message-ID, by which
   * readers recognise a second copy.
   * @throws Error in the server's words; `isFinal` tells whether another try makes sense
   */
  async send({ id, to, fromName, subject, text, html }: Mail): Promise<void> {
    await this.transport.sendMail({
      messageId: `<${id}@${this.domain}>`,
      from: { name: fromName, address: this.from },
      to: { name: "", address: to },
      subject,
      text,
      html,
      // No holiday notes come back (RFC 3834, 5.2).
      headers: { "Auto-Submitted": "auto-generated" },
      signal: AbortSignal.timeout(SEND_LIMIT_MS),
    });
  }
}

/** Null where no mail server is configured. */
export const smtpOf = onceFor(({ env: { smtp } }: Core) => (smtp ? new Smtp(smtp.url, smtp.from) : null));

/** Whether a server refused the e-mail itself for good (5xx, RFC 5321, 4.2.1); a refused sign-in is ours to mend. */
export function isFinal(error: unknown): boolean {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  return (code === "EENVELOPE" || code === "EMESSAGE") && (responseCode === undefined || responseCode >= 500);
}

/** What went wrong in one line: what the server said, else what we know. */
export function wordsOf(error: unknown): string {
  const { response, message, name } = error as { response?: string; message?: string; name?: string };
  const words = name === "TimeoutError" ? `Timed out after ${SEND_LIMIT_MS / 1000} s` : response || message;
  return String(words ?? error)
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 500);
}
