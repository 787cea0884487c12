import { useState } from "react";
import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "../../../test/render.tsx";
import { EntryForm } from "./components/EntryForm.tsx";
import { RichText } from "./components/RichText.tsx";
import { emptyDraft } from "./entryDraft.ts";
import { textOfHtml } from "./richText.ts";

let written = "";
function Note() {
  const [draft, setDraft] = useState(emptyDraft);
  written = draft.html;
  return (
    <EntryForm
      clientId="c1"
      draft={draft}
      onChange={setDraft}
      onSave={async () => undefined}
      onCancel={() => undefined}
      autoFocus
      label="New activity"
    />
  );
}

/** What a note holds once HTML was pasted into it. */
async function pasted(html: string): Promise<string> {
  await render(<Note />);
  await expect.element(page.getByRole("toolbar")).toBeVisible();
  const editor = page.getByRole("textbox", { name: "Note", exact: true });
  await userEvent.click(editor);
  const clipboard = new DataTransfer();
  clipboard.setData("text/plain", "as text");
  clipboard.setData("text/html", html);
  editor
    .element()
    .dispatchEvent(new ClipboardEvent("paste", { clipboardData: clipboard, bubbles: true, cancelable: true }));
  await expect.poll(() => written).not.toBe("");
  return written;
}

test("a table from a spreadsheet stays a table, with every word of it [F102]", async () => {
  const html = await pasted(
    `<html><head><style>td { color: red }</style></head><body><!--StartFragment--><table border=0 cellpadding=0><col width=64>
      <tr height=20><td class=xl65 style="height:15pt">Name</td><td>Owner</td><td></td></tr>
      <tr><td colspan=2>Desk</td><td align=right>120</td></tr></table><!--EndFragment--></body></html>`,
  );
  expect(html).toContain(
    '<table><tbody><tr><td><p>Name</p></td><td><p>Owner</p></td><td><p></p></td></tr><tr><td colspan="2"><p>Desk</p></td><td><p>120</p></td></tr></tbody></table>',
  );
  expect(html).not.toMatch(/style|class|color/);
});

test("headings, nested lists and bold of a text program stay what they are", async () => {
  const html = await pasted(
    `<meta charset="utf-8"><b style="font-weight:normal" id="docs-internal-guid-1"><h1 dir="ltr"><span>Plan</span></h1>
      <ul><li><p>One</p></li><ul><li><p>Two</p></li></ul></ul><p><span style="font-weight:700">Bold</span> and not</p>
      <table><thead><tr><th>Head</th></tr></thead><tbody><tr><td><ul><li>In a cell</li></ul></td></tr></tbody></table></b>`,
  );
  expect(html).toContain("<h3>Plan</h3>");
  expect(html).toMatch(/<li><p>One<\/p><ul[^>]*><li><p>Two<\/p><\/li><\/ul><\/li>/);
  expect(html).toContain("<strong>Bold</strong> and not");
  expect(html).toContain("<th><p>Head</p></th>");
  expect(html).toContain("In a cell");
});

test("of a picture elsewhere a link stays, which is said", async () => {
  const html = await pasted(
    '<p>Before <img src="https://cdn.test/plan.png" alt="Floor plan"> after</p><img src="file:///C:/x.png"><img width=1 height=1 src="https://spy.test/1.gif"><picture><source srcset="https://cdn.test/hall.webp"><img src="https://cdn.test/hall.png" alt="Hall"></picture>',
  );
  await expect.element(page.getByText("The pasted pictures stay as links. To keep them, attach them.")).toBeVisible();
  expect(html).toMatch(/Before <a [^>]*href="https:\/\/cdn\.test\/plan\.png"[^>]*>Picture: Floor plan<\/a> after/);
  expect(html).toMatch(/<a [^>]*href="https:\/\/cdn\.test\/hall\.png"[^>]*>Picture: Hall<\/a>/);
  expect(html).toContain("<p>Picture");
  expect(html).not.toContain("spy.test");
});

test("a table is read as one, and edited as text by lines", async () => {
  const table = '<table><tbody><tr><th>Name</th><th>Owner</th></tr><tr><td colspan="2">Desk</td></tr></tbody></table>';
  await render(<RichText html={table} />);
  await expect.element(page.getByRole("cell", { name: "Owner" })).toBeVisible();
  await expect.element(page.getByRole("cell", { name: "Desk" })).toHaveAttribute("colspan", "2");
  expect(textOfHtml(table)).toBe("Name | Owner\nDesk");
});
