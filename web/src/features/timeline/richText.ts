import type { JSONContent } from "@tiptap/core";

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const blocks = new Set(["P", "DIV", "LI", "BLOCKQUOTE", "PRE", "H1", "H2", "H3", "H4", "UL", "OL", "TABLE", "TR"]);

/** Typed text as the API wants a description: one `<p>` per paragraph, line breaks kept, everything else escaped. */
export function htmlOfText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .trim()
    .split(/\n{2,}/)
    .filter(Boolean)
    .map((paragraph) => `<p>${paragraph.replace(/[&<>"]/g, (c) => escapes[c] ?? c).replaceAll("\n", "<br>")}</p>`)
    .join("");
}

/** Typed text as the editor holds it, with every space at its ends, for who goes on typing. */
export function docOfText(text: string): JSONContent {
  const line = (content: string): JSONContent[] => (content ? [{ type: "text", text: content }] : []);
  const paragraphs = text.replace(/\r\n?/g, "\n").split(/\n{2,}/);
  return {
    type: "doc",
    content: paragraphs.map((paragraph) => ({
      type: "paragraph",
      content: paragraph
        .split("\n")
        .flatMap((each, index) => [...(index > 0 ? [{ type: "hardBreak" }] : []), ...line(each)]),
    })),
  };
}

/** The text of a description, for editing: paragraphs apart by a blank line. */
export function textOfHtml(html: string): string {
  const walk = (node: Node): string => {
    if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? "";
    if (node.nodeName === "BR") return "\n";
    const inner = [...node.childNodes].map(walk).join("");
    // The cells of a row stand on one line.
    if (node.nodeName === "TD" || node.nodeName === "TH") {
      return `${inner.replace(/\s+/g, " ").trim()}${node.nextSibling ? " | " : ""}`;
    }
    return blocks.has(node.nodeName)
      ? `${inner}${node.nodeName === "LI" || node.nodeName === "TR" ? "\n" : "\n\n"}`
      : inner;
  };
  return walk(new DOMParser().parseFromString(html, "text/html").body)
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
