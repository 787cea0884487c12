import sanitizeHtml from "sanitize-html";
import { uuidOrNull } from "./scalars.ts";

/** The text of sanitised HTML, on one line, its words whole; the database's `plain_text()` reads it alike. */
export const plainText = (html: string): string =>
  html
    .replace(/<\/?(?:p|br|ul|ol|li|blockquote|pre|h3|h4|table|tr|th|td)(?:\s[^>]*|\/)?>/gi, " ")
    .replace(/<[^>]*>/g, "")
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => entities[name] ?? "")
    .replace(/\s+/g, " ")
    .trim();
const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", nbsp: " " };

const linkAttributes = { rel: "noopener noreferrer nofollow", target: "_blank" };
/** The page has its own first and second headings, and notes have two. */
const headings = [
  ["h1", "h3"],
  ["h2", "h3"],
  ["h5", "h4"],
  ["h6", "h4"],
] as const;
const blocks = [
  "div",
  "section",
  "article",
  "header",
  "footer",
  "main",
  "aside",
  "address",
  "figure",
  "figcaption",
].concat(["center", "caption", "dl", "dt", "dd", "form", "fieldset", "legend", "details", "summary", "hr"]);

/** Formatting only: nothing that runs, loads or pretends to be part of the page. */
const options = (mayMention: (userId: string) => boolean): sanitizeHtml.IOptions => ({
  allowedTags: [
    "p",
    "br",
    "strong",
    "b",
    "em",
    "i",
    "u",
    "s",
    "a",
    "ul",
    "ol",
    "li",
    "blockquote",
    "code",
    "pre",
    "h3",
    "h4",
    "span",
    "table",
    "tbody",
    "tr",
    "th",
    "td",
  ],
  allowedAttributes: {
    a: ["href", "rel", "target"],
    span: ["data-mention"],
    th: ["colspan", "rowspan"],
    td: ["colspan", "rowspan"],
  },
  allowedSchemes: ["http", "https", "mailto", "tel"],
  allowProtocolRelative: false,
  transformTags: {
    a: sanitizeHtml.simpleTransform("a", linkAttributes),
    ...Object.fromEntries(headings.map(([from, to]) => [from, to])),
    // Blocks that are not kept still part the words of one from those of the next.
    ...Object.fromEntries(blocks.map((name) => [name, "br"])),
    thead: "tbody",
    tfoot: "tbody",
    // A picture elsewhere would tell its host who reads: the way to it stays.
    img: (_name, { src = "", alt = "" }) => {
      const text = alt.trim();
      return /^https?:/i.test(src)
        ? { tagName: "a", attribs: { href: src, ...linkAttributes }, text: text || src }
        : { tagName: "none", attribs: {}, text };
    },
    // A span is a mention or nothing: one of a name that is not allowed goes, and its text stays.
    span: (_name, attributes) => {
      const id = uuidOrNull(attributes["data-mention"] ?? "");
      const attribs: sanitizeHtml.Attributes = id && mayMention(id) ? { "data-mention": id } : {};
      return { tagName: attribs["data-mention"] ? "span" : "none", attribs };
    },
  },
  disallowedTagsMode: "discard",
});

/**
 * A person's HTML with only formatting, and mentions of colleagues, left in it.
 * @param mayMention whether a user, by id, may be mentioned; absent: anybody
 */
export const sanitizeRichText = (html: string, mayMention: (userId: string) => boolean = () => true): string =>
  // Once leaves a link open where a script stands among spans that are none; the second time closes it.
  sanitizeHtml(sanitizeHtml(html, options(mayMention)), options(mayMention)).trim();

/** The distinct ids of the users mentioned in sanitised HTML. */
export const mentionsIn = (html: string): string[] => [
  ...new Set([...html.matchAll(/<span data-mention="([^"]*)"/g)].map(([, id]) => id as string)),
];
