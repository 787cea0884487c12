import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { render } from "../../../../test/render.tsx";
import { ContactValue } from "./ContactValue.tsx";

test.each([
  ["+5072651234;ext=12", "+507 265 1234 ext. 12"],
  ["+33155501234", "+33 1 55 50 12 34"],
  ["6123-4567 preguntar por Ana", "6123-4567 preguntar por Ana"],
  ["ana@example.org", "ana@example.org"],
])("a list shows %s as people write it [F55]", async (value, shown) => {
  await render(<ContactValue value={value} visible />);
  await expect.element(page.getByText(shown, { exact: true })).toBeVisible();
});
