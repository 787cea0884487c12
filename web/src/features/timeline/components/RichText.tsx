import Box from "@mui/material/Box";
import Link from "@mui/material/Link";
import { createElement, type ReactNode } from "react";

const allowed = new Set([
  "P",
  "BR",
  "STRONG",
  "B",
  "EM",
  "I",
  "U",
  "S",
  "UL",
  "OL",
  "LI",
  "BLOCKQUOTE",
  "CODE",
  "PRE",
  "H3",
  "H4",
  "TBODY",
  "TR",
]);
const dropped = new Set(["SCRIPT", "STYLE", "TEMPLATE", "IFRAME", "OBJECT", "SVG", "MATH"]);
const mostColumns = 100;
const safeLink = /^(https?:|mailto:|tel:)/i;

interface Person {
  id: string;
  name: string;
}

/**
 * A description's HTML as elements. The server has sanitised it already. It is still rebuilt here from a short list of
 * elements without attributes. So no entry can run or style anything in the reader's session.
 * @param mentions who is mentioned, with the name they have now
 */
export function RichText({ html, mentions = [] }: { html: string; mentions?: readonly Person[] }) {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  return <>{[...body.childNodes].map((node, key) => elementOf(node, key, mentions))}</>;
}

function elementOf(node: Node, key: number, mentions: readonly Person[]): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  if (!(node instanceof Element) || dropped.has(node.nodeName.toUpperCase())) return null;
  const children = [...node.childNodes].map((child, place) => elementOf(child, place, mentions));
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
  if (node.nodeName === "SPAN") {
    const id = node.getAttribute("data-mention");
    const person = mentions.find((each) => each.id === id);
    return person ? (
      <Box key={key} component="span" sx={mentionSx}>
        @{person.name}
      </Box>
    ) : (
      children
    );
  }
  if (node.nodeName === "TABLE") {
    return (
      // A wide one is scrolled by the arrow keys.
      <Box key={key} tabIndex={0} sx={{ overflowX: "auto" }}>
        <table>{children}</table>
      </Box>
    );
  }
  if (node instanceof HTMLTableCellElement) {
    const spans = { colSpan: Math.min(node.colSpan, mostColumns), rowSpan: Math.min(node.rowSpan, mostColumns) };
    return createElement(node.nodeName.toLowerCase(), { key, ...spans }, ...children);
  }
  // The page has its own first and second headings.
  if (/^H[1-6]$/.test(node.nodeName) && !allowed.has(node.nodeName)) return <strong key={key}>{children}</strong>;
  if (!allowed.has(node.nodeName)) return children;
  return createElement(node.nodeName.toLowerCase(), { key }, ...children);
}

const mentionSx = { color: "primary.main", fontWeight: 600 } as const;

/** How formatted text looks, where it is read and where it is written. */
export const formattedTextSx = {
  fontSize: "0.875rem",
  overflowWrap: "anywhere",
  maxWidth: "72ch",
  "& p, & ul, & ol, & pre, & blockquote": { my: 0.5 },
  "& h3, & h4": { mt: 1, mb: 0.5, fontSize: "0.9375rem", fontWeight: 600, lineHeight: 1.4 },
  "& table": { borderCollapse: "collapse", my: 0.5, overflowWrap: "normal" },
  "& th, & td": { border: 1, borderColor: "divider", px: 0.75, py: 0.25, textAlign: "left", verticalAlign: "top" },
  "& th": { fontWeight: 600, bgcolor: "action.hover" },
  "& td > p, & th > p": { my: 0 },
  "& > :first-of-type": { mt: 0 },
  "& ul, & ol": { pl: 2.5 },
  "& li > p": { my: 0 },
  "& code": { px: 0.5, borderRadius: 0.5, bgcolor: "action.hover", fontSize: "0.8125rem" },
  "& pre": { whiteSpace: "pre-wrap", p: 1, borderRadius: 1, bgcolor: "action.hover" },
  "& pre code": { p: 0, bgcolor: "transparent" },
  "& blockquote": { mx: 0, pl: 1.5, borderLeft: 2, borderColor: "divider", color: "text.secondary" },
  "& [data-mention]": { color: "primary.main", fontWeight: 600 },
} as const;
