import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { render } from "../../../../../test/render.tsx";
import { RevealButton } from "./RevealButton.tsx";

test("shows hidden contact data for a reason and keeps them nowhere [F209]", async () => {
  const sent: Record<string, unknown>[] = [];
  const direct = { __typename: "RevealedValue", key: "directo", label: "Directo", value: "+34600111333" };
  const reveal = (variables: Record<string, unknown>) => {
    sent.push(variables);
    const data = {
      email: "hola@perez.test",
      phone: null,
      mobile: null,
      whatsapp: null,
      contacts: [],
      customFields: [direct],
    };
    return { data: { revealContactData: { __typename: "RevealedContactData", ...data } } };
  };
  const { client } = await render(<RevealButton clientId="c1" />, { answers: { RevealContactData: reveal } });
  await page.getByRole("button", { name: "Show contact data" }).click();
  await page.getByRole("button", { name: "Show", exact: true }).click();
  expect(sent).toEqual([]);
  await page.getByRole("textbox", { name: "Reason" }).fill("To call back");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect.element(page.getByText("hola@perez.test")).toBeVisible();
  await expect.element(page.getByText("+34600111333")).toBeVisible();
  expect(sent).toEqual([{ clientId: "c1", reason: "To call back" }]);
  expect(JSON.stringify(client.cache.extract())).not.toMatch(/perez.test|600111333/);
});
