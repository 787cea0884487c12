import sanitizeHtml from "sanitize-html";
import { uuidOrNull } from "../../core/scalars.ts";

/** The text of sanitised HTML, on one line, its words whole; the database's `plain_text()` reads it alike. */
export const plainText = (html: string): string =>
  html
    .replace(/<\/?(?:p|br|ul|ol|li|blockquote|pre|h3|h4)(?:\s[^>]*|\/)?>/gi, " ")
    .replace(/<[^>]*>/g, "")
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => entities[name] ?? "")
    .replace(/\s+/g, " ")
    .trim();
const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", nbsp: " " };

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
  ],
  allowedAttributes: { a: ["href", "rel", "target"], span: ["data-mention"] },
  allowedSchemes: ["http", "https", "mailto", "tel"],
  allowProtocolRelative: false,
  transformTags: {
    a: sanitizeHtml.simpleTransform("a", { rel: "noopener noreferrer nofollow", target: "_blank" }),
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
