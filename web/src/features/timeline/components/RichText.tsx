import Link from "@mui/material/Link";
import { createElement, type ReactNode } from "react";

const allowed = new Set(["P", "BR", "STRONG", "B", "EM", "I", "U", "S", "UL", "OL", "LI", "BLOCKQUOTE", "CODE", "PRE"]);
const dropped = new Set(["SCRIPT", "STYLE", "TEMPLATE", "IFRAME", "OBJECT", "SVG", "MATH"]);
const safeLink = /^(https?:|mailto:|tel:)/i;

/**
 * A description's HTML as elements. The server has sanitised it already; it is still rebuilt here from a short list of
 * elements without attributes, so that no entry, whatever wrote it, can run or style anything in the reader's session.
 */
export function RichText({ html }: { html: string }) {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  return <>{[...body.childNodes].map(elementOf)}</>;
}

function elementOf(node: Node, key: number): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  if (!(node instanceof Element) || dropped.has(node.nodeName.toUpperCase())) return null;
  const children = [...node.childNodes].map(elementOf);
  if (node.nodeName === "A") {
    const href = node.getAttribute("href") ?? "";
    return safeLink.test(href) ? (
      <Link key={key} href={href} target="_blank" rel="noreferrer nofollow">
        {children}
      </Link>
    ) : (
      children
    );
  }
  if (/^H[1-6]$/.test(node.nodeName)) return <strong key={key}>{children}</strong>;
  if (!allowed.has(node.nodeName)) return children;
  return createElement(node.nodeName.toLowerCase(), { key }, ...children);
}
