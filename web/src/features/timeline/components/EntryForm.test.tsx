import { useState } from "react";
import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "../../../../test/render.tsx";
import { type EntryDraft, emptyDraft, inputOf } from "../entryDraft.ts";
import { EntryForm } from "./EntryForm.tsx";

let saved: EntryDraft | null = null as EntryDraft | null;
function World({ start = emptyDraft }: { start?: EntryDraft }) {
  const [draft, setDraft] = useState(start);
  return (
    <EntryForm
      clientId="c1"
      draft={draft}
      onChange={setDraft}
      onSave={async () => {
        saved = draft;
      }}
      onCancel={() => undefined}
      autoFocus
      label="New activity"
    />
  );
}
const editor = () => page.getByRole("textbox", { name: "Note", exact: true });
const ready = () => expect.element(page.getByRole("toolbar")).toBeVisible();

test("text is formatted by keys and buttons, and saved with Ctrl+Enter as clean HTML [F105]", async () => {
  saved = null;
  await render(<World />);
  await ready();
  await userEvent.click(editor());
  await userEvent.keyboard("Wants ");
  await page.getByRole("button", { name: "Bold" }).click();
  await userEvent.keyboard("two");
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await expect.poll(() => saved && inputOf(saved).description).toBe("<p>Wants <strong>two</strong></p>");
});

test("an empty text is refused beside the field, and nothing is lost [F102]", async () => {
  saved = null;
  await render(<World start={{ ...emptyDraft, title: "A title" }} />);
  await ready();
  await page.getByRole("button", { name: "Save" }).click();
  await expect.element(page.getByRole("alert")).toHaveTextContent("This is needed");
  await expect.element(editor()).toHaveAttribute("aria-invalid", "true");
  await expect.element(page.getByLabelText("Title (optional)")).toHaveValue("A title");
  expect(saved).toBeNull();
});

test("formatted text that is pasted comes in clean", async () => {
  saved = null;
  await render(<World />);
  await ready();
  await userEvent.click(editor());
  const clipboard = new DataTransfer();
  clipboard.setData("text/plain", "Hi you");
  clipboard.setData(
    "text/html",
    '<div style="color:red" onclick="x()"><h1>Hi</h1><img src="https://evil.example/p.png" onerror="x()"><script>x()</script><p class="c"><b>you</b></p></div>',
  );
  editor()
    .element()
    .dispatchEvent(new ClipboardEvent("paste", { clipboardData: clipboard, bubbles: true, cancelable: true }));
  await expect.element(editor()).toHaveTextContent("HiPictureyou");
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await expect.poll(() => saved?.html).not.toMatch(/style|onclick|img|script|class/);
  expect((saved as EntryDraft | null)?.html).toContain("<strong>you</strong>");
});
