import { expect, signIn, test } from "../server.ts";

test("one choice in a filter chip is one request, and the rows follow it [F61][F73]", async ({ page, context }) => {
  await signIn(context);
  await page.goto("/clients");
  await expect(page.getByRole("row").nth(1)).toBeVisible();
  // A slow computer draws the page in pieces, and what arrives between them is drawn first.
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  const asked: string[] = [];
  page.on("request", (request) => {
    const { operationName, variables } = request.postDataJSON() ?? {};
    if (operationName === "ClientListPage") asked.push(JSON.stringify(variables.filter));
  });
  for (const chip of ["Estado", "Responsable", "Etiqueta"]) {
    await page.getByRole("button", { name: chip, exact: true }).first().click();
    const boxes = page.getByRole("group", { name: chip }).getByRole("checkbox");
    await expect(boxes.first()).toBeVisible();
    for (const box of (await boxes.all()).slice(0, 3)) {
      asked.length = 0;
      const rows = page.waitForResponse(
        (response) => response.request().postDataJSON()?.operationName === "ClientListPage",
      );
      await box.check();
      await rows;
      await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
      expect(asked, chip).toHaveLength(1);
    }
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: new RegExp(`^${chip}: `) })).toBeVisible();
  }
});
