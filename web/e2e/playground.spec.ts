import { expect, signIn, test } from "./server.ts";

test("the playground runs, documents, completes and checks with the session of whoever is signed in, without internet [B14]", async ({
  page,
  context,
  app,
}) => {
  const foreign: string[] = [];
  const errors: string[] = [];
  page.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith("http") && origin !== app.url) foreign.push(request.url());
  });
  page.on("pageerror", ({ message }) => errors.push(message));
  await signIn(context);
  await page.goto("/graphql");
  // The button is there before the editor has its text, and runs nothing until then.
  await expect(page.locator(".graphiql-query-editor")).toContainText("NewestClients");
  const result = page.getByRole("region", { name: /result|operation response/i }).or(page.locator(".result-window"));
  await expect(async () => {
    await page.getByRole("button", { name: /execute query/i }).click();
    await expect(result).toContainText("totalCount", { timeout: 5_000 });
  }).toPass();
  // What it knows of the schema: documentation, completion and checking.
  await page.getByRole("button", { name: /show documentation explorer/i }).click();
  const explorer = page.locator(".graphiql-doc-explorer");
  await explorer.getByRole("link", { name: "Query", exact: true }).click();
  await expect(explorer.getByText("clientCount", { exact: true })).toBeVisible();
  await page.locator(".graphiql-query-editor").click();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("query { clientC");
  await page.keyboard.press("Control+Space");
  await page.getByRole("option", { name: "clientCount" }).click();
  await expect(page.locator(".graphiql-query-editor")).toContainText("clientCount");
  await page.keyboard.type(" clientz ");
  await expect(page.locator(".graphiql-query-editor .squiggly-error")).not.toHaveCount(0);
  expect(foreign).toEqual([]);
  expect(errors).toEqual([]);
});
