import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { addNotes } from "./records.ts";
import { api, expect, signIn, test } from "./server.ts";

const fixture = <T>(name: string) =>
  JSON.parse(readFileSync(new URL(`../../server/test/fixtures/${name}.json`, import.meta.url), "utf8")) as T;
const { payloads } = fixture<{ payloads: string[] }>("html-payloads");
const { strings } = fixture<{ strings: string[] }>("naughty-strings");

/** What a page does that nobody asked for: dialogs, errors, refusals of the content security policy, scripts that ran. */
async function watch(page: Page): Promise<string[]> {
  const seen: string[] = [];
  await page.exposeFunction("tellRun", (what: string) => seen.push(`ran: ${what}`));
  await page.addInitScript(() => {
    for (const name of ["alert", "confirm", "prompt", "open"] as const)
      Object.assign(window, {
        [name]: () => (window as unknown as { tellRun(what: string): void }).tellRun(name),
      });
  });
  page.on("dialog", async (dialog) => {
    seen.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on("pageerror", ({ message }) => seen.push(`error: ${message}`));
  page.on("console", (message) => {
    if (message.type() === "error") seen.push(`console: ${message.text()}`);
  });
  return seen;
}

test.beforeEach(async ({ context }) => {
  await signIn(context);
});

test("a record full of hostile texts shows them and runs none [F102]", async ({ page, context }) => {
  test.slow();
  await api(context, 'mutation { createCustomField(input: { key: "odd", label: "Rareza", type: TEXT }) { id } }');
  const hostile = '<img src=x onerror=alert(1)>"><script>alert(1)</script>{{7*7}}';
  const { createClient } = await api<{ createClient: { id: string } }>(
    context,
    "mutation ($input: CreateClientInput!) { createClient(input: $input) { id } }",
    {
      input: { name: hostile, contactPerson: hostile, email: "hostil@example.org", customFields: { odd: hostile } },
    },
  );
  const { id } = createClient;
  await api(
    context,
    "mutation ($id: ID!, $title: String!) { createTask(clientId: $id, input: { title: $title }) { id } }",
    {
      id,
      title: hostile,
    },
  );
  const { createTag } = await api<{ createTag: { id: string } }>(
    context,
    "mutation ($name: String!) { createTag(input: { name: $name }) { id } }",
    { name: "<svg onload=alert(1)>" },
  );
  await api(context, "mutation ($id: ID!, $tags: [ID!]!) { updateClient(id: $id, input: { tagIds: $tags }) { id } }", {
    id,
    tags: [createTag.id],
  });
  // Nothing is left of some, and a note says something: each begins with a word.
  const texts = [...strings.filter((text) => /[<&]/.test(text)), ...payloads].map((text) => `Nota ${text}`);
  const notes = await addNotes(
    context,
    id,
    texts.map((description) => ({ description })),
  );
  const kept = notes.map(({ description }) => description);
  expect(kept.length).toBeGreaterThan(200);

  await test.step("in a page that parses them without any policy", async () => {
    const bare = await context.newPage();
    const seen = await watch(bare);
    const insert = async (texts: string[]) => {
      await bare.goto("about:blank");
      await bare.evaluate(async (all) => {
        // Names in the texts may take the place of the document's own.
        const { body } = document;
        const create = document.createElement.bind(document);
        const append = body.appendChild.bind(body);
        for (const html of all) append(create("div")).innerHTML = html;
        // What the texts would load has failed once this has.
        const last = append(create("img"));
        await new Promise((failed) => {
          last.onerror = failed;
          last.src = "x";
        });
      }, texts);
    };
    await insert(kept);
    const [tags, links] = await bare.evaluate(() => [
      [...new Set([...document.body.querySelectorAll("div *")].map(({ localName }) => localName))],
      [...new Set([...document.querySelectorAll("a")].map(({ protocol }) => protocol))],
    ]);
    const formatting = "p br strong b em i u s a ul ol li blockquote code pre h3 h4 span table tbody tr th td".split(
      " ",
    );
    expect(tags?.filter((tag) => !formatting.includes(tag))).toEqual([]);
    expect(
      links?.filter((protocol) => !["http:", "https:", "mailto:", "tel:", "about:", ":"].includes(protocol)),
    ).toEqual([]);
    expect(seen).toEqual([]);

    await insert(payloads);
    await expect.poll(() => seen.filter((what) => what.startsWith("ran:")).length).toBeGreaterThan(0);
  });

  await test.step("in the record with its latest notes, and in lists", async () => {
    const seen = await watch(page);
    await page.goto(`/clients/${id}`);
    await expect(page.getByRole("heading", { level: 1, name: hostile })).toBeVisible();
    await expect(page.getByText("<svg onload=alert(1)>").first()).toBeVisible();
    await expect(page.getByRole("article").nth(25)).toBeVisible();
    await page.goto("/clients");
    await expect(page.getByRole("link", { name: hostile })).toBeVisible();
    await page.goto("/settings/tags");
    await expect(page.getByText("<svg onload=alert(1)>").first()).toBeVisible();
    expect(seen).toEqual([]);
  });
});
