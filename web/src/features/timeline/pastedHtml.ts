const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (char) => escapes[char] ?? char);

/**
 * Pasted HTML as a note can hold it. Headings become notes' headings. Pictures, films and frames that are elsewhere
 * become links. The editor's schema decides about the rest.
 * @param nameOf what to call a picture or film in a note: its own words where it has some
 * @returns the HTML, and how many pictures and the like are only links or words now
 */
export function pastedHtml(html: string, nameOf: (words: string) => string): { html: string; left: number } {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const heading of body.querySelectorAll("h1, h2, h4, h5, h6")) {
    const named = body.ownerDocument.createElement("h3");
    named.append(...heading.childNodes);
    heading.replaceWith(named);
  }
  const left = [...body.querySelectorAll("img, picture, video, audio, iframe, embed, object")].filter(isShown);
  for (const each of left) each.outerHTML = standIn(each, nameOf);
  return { html: body.innerHTML, left: left.length };
}

/** Not a placeholder for another picture, nor the dot of one pixel that counts readers. */
const isShown = (element: Element) =>
  !element.parentElement?.closest("picture, video, audio, object") &&
  !["width", "height"].some((side) => ["0", "1"].includes(element.getAttribute(side) ?? ""));

function standIn(element: Element, nameOf: (words: string) => string): string {
  const inner = element.querySelector("img") ?? element.querySelector("source, embed");
  const from = (name: string) => element.getAttribute(name) || inner?.getAttribute(name) || "";
  const name = escaped(nameOf((from("alt") || from("title")).trim()));
  const address = from("src") || from("data");
  return /^https?:/i.test(address) ? `<a href="${escaped(address)}">${name}</a>` : name;
}
