import { Node } from "@tiptap/core";

const spans = Object.fromEntries(
  ["colspan", "rowspan"].map((name) => [
    name,
    {
      default: null,
      parseHTML: (cell: HTMLElement) => (Number(cell.getAttribute(name)) > 1 ? cell.getAttribute(name) : null),
    },
  ]),
);

const cell = (name: string, tag: "td" | "th") =>
  Node.create({
    name,
    content: "block+",
    isolating: true,
    addAttributes: () => spans,
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
  });

/** Tables in a note, as they are pasted: cells are written in, rows and columns stay. */
export const tableNodes = [
  Node.create({
    name: "table",
    group: "block",
    content: "tableRow+",
    isolating: true,
    parseHTML: () => [{ tag: "table" }],
    renderHTML: () => ["table", ["tbody", 0]],
  }),
  Node.create({
    name: "tableRow",
    content: "(tableCell | tableHeader)+",
    parseHTML: () => [{ tag: "tr" }],
    renderHTML: () => ["tr", 0],
  }),
  cell("tableCell", "td"),
  cell("tableHeader", "th"),
];
