/// <reference path="./punycode.d.ts" />
import punycode from "punycode.js";
import { withoutUnseen } from "./text.ts";

const LOCAL = /^(?!\.)(?!.*\.\.)(?:[A-Za-z0-9_'+\-.]|(?![\0-\x7F])[\p{L}\p{M}\p{N}\p{P}\p{S}])+(?<!\.)$/u;
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:[a-z]{2,}|xn--[a-z0-9-]+)$/;

interface Address {
  local: string;
  /** The domain as letters of its own script. */
  domain: string;
}

/** Whether a text is an e-mail address, of any script (RFC 6531). */
export const isEmail = (text: string): boolean => addressOf(text) !== null;

/**
 * An e-mail address as it is stored and compared: without invisible characters, in lower case. An ASCII domain
 * (`xn--kln-sna.test`) becomes the letters it stands for.
 */
export function normalizeEmail(value: string): string {
  const typed = withoutUnseen(value);
  const address = addressOf(typed);
  return (address ? `${address.local}@${address.domain}` : typed).toLowerCase().normalize("NFC");
}

function addressOf(text: string): Address | null {
  const [, local = "", domain = ""] = /^(.*)[@＠﹫]([^@＠﹫]+)$/su.exec(text) ?? [];
  const host = LOCAL.test(local) && hostOf(domain);
  return host ? { local, domain: host.split(".").map(readLabel).join(".") } : null;
}

/** The ASCII form of a domain, or null where it is none. */
function hostOf(domain: string): string | null {
  if (/[\s/?#:\\%[\]]/.test(domain)) return null;
  try {
    const { hostname } = new URL(`https://${domain}`);
    return hostname.length <= 253 && HOST.test(hostname) ? hostname : null;
  } catch {
    return null;
  }
}

function readLabel(label: string): string {
  if (!label.startsWith("xn--")) return label;
  try {
    return punycode.decode(label.slice("xn--".length));
  } catch {
    return label;
  }
}
