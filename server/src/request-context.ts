import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { localeIn } from "@clientela/shared/locale";
import type { Logger } from "pino";
import type { Context, Core } from "./context.ts";
import { languageOfTags, type Translate, tagsOfHeader, translatorOf } from "./core/text.ts";
import type { Credential, Viewer } from "./core/viewer.ts";
import { addressOf } from "./http.ts";
import { accessOf } from "./modules/access/access.ts";
import { sessionCookie } from "./modules/access/cookie.ts";
import { settingsOf } from "./modules/settings/settings.cache.ts";

/** The credential of a request: an API key in `Authorization: Bearer`, else the session's cookie, else none. */
export function credentialOf({ headers }: Pick<IncomingMessage, "headers">, publicUrl: string): Credential | null {
  if (headers.authorization !== undefined) {
    const bearer = /^Bearer +(\S+)$/i.exec(headers.authorization)?.[1];
    return { kind: "apiKey", secret: bearer ?? "" };
  }
  const token = sessionCookie({ headers }, publicUrl);
  return token ? { kind: "session", secret: token } : null;
}

/** The context of one request over HTTP. */
export async function requestContext(core: Core, req: IncomingMessage, res: ServerResponse): Promise<Context> {
  const context = new RequestContext(core, req, addressOf(req, core.env.trustProxy), { req, res });
  const credential = credentialOf(req, core.publicUrl);
  if (credential) await context.become(credential);
  res.setHeader("X-Request-Id", context.requestId).setHeader("Cache-Control", "no-store");
  return context;
}

/** The context of one operation over a socket. */
export async function socketContext(
  core: Core,
  request: IncomingMessage,
  ip: string,
  credential: Credential,
): Promise<Context> {
  const context = new RequestContext(core, request, ip, undefined);
  await context.become(credential);
  return context;
}

class RequestContext implements Context {
  readonly requestId = randomUUID();
  readonly log: Logger;
  readonly caller: Context["caller"];
  viewer: Viewer | null = null;
  credential: Credential | null = null;
  private spoken: { translate: Translate; locale: string } | undefined;

  constructor(
    readonly core: Core,
    private readonly request: Pick<IncomingMessage, "headers">,
    ip: string,
    readonly http: Context["http"],
  ) {
    this.log = core.log.child({ requestId: this.requestId });
    this.caller = { ip, userAgent: request.headers["user-agent"] ?? null };
  }

  async become(credential: Credential): Promise<void> {
    const admission = await accessOf(this.core).admit(credential);
    this.viewer = admission?.viewer ?? null;
    this.credential = admission && credential;
    this.spoken = undefined;
  }

  get translate(): Translate {
    return this.language().translate;
  }

  get locale(): string {
    return this.language().locale;
  }

  /** Found out when it is first asked for: most answers hold nothing that is told in a language. */
  private language() {
    if (this.spoken) return this.spoken;
    const { locale, country } = settingsOf(this.core).current;
    const tags = tagsOfHeader(this.request.headers["accept-language"]);
    const language = this.viewer?.locale || languageOfTags(tags) || locale;
    this.spoken = { translate: translatorOf(language), locale: localeIn(language, tags, country) };
    return this.spoken;
  }
}
