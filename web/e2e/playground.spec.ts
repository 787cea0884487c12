import { expect, signIn, test } from "./server.ts";

test("the playground runs with the session of whoever is signed in, without internet", async ({
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
  expect(foreign).toEqual([]);
  expect(errors).toEqual([]);
});
