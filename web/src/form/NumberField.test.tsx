import i18next from "i18next";
import { useState } from "react";
import { beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "../../test/render.tsx";
import { NumberField } from "./NumberField.tsx";

function Sample({ at }: { at: unknown }) {
  const [value, setValue] = useState(at);
  return (
    <>
      <NumberField value={value} onChange={setValue} inputProps={{ "aria-label": "Amount" }} />
      <output>{JSON.stringify(value)}</output>
    </>
  );
}

const field = () => page.getByRole("textbox", { name: "Amount" });
const inLanguage = async (language: string, at: unknown) => {
  await render(<Sample at={at} />);
  await i18next.changeLanguage(language);
};
beforeEach(() => () => i18next.changeLanguage("en"));

test("shows and takes a number as it is written in Spanish, and leaves it as typed until one leaves it [F119]", async () => {
  await inLanguage("es", 12.5);
  await expect.element(field()).toHaveValue("12,5");
  await field().fill("1.234,50");
  await expect.element(field()).toHaveValue("1.234,50");
  await expect.element(page.getByText("1234.5", { exact: true })).toBeVisible();
  await userEvent.tab();
  await expect.element(field()).toHaveValue("1234,5");
});

test("in English a comma parts thousands, and a point decimals", async () => {
  await inLanguage("en", null);
  await field().fill("1,234.5");
  await userEvent.tab();
  await expect.element(field()).toHaveValue("1234.5");
});

test.each(["doce", "1.2.3", "12345678901234567890"])(
  "keeps %s as it was typed, for the rules to refuse",
  async (text) => {
    await inLanguage("es", 5);
    await field().fill(text);
    await userEvent.tab();
    await expect.element(field()).toHaveValue(text);
    await expect.element(page.getByText(JSON.stringify(text))).toBeVisible();
  },
);

test("nothing is null", async () => {
  await inLanguage("es", 5);
  await field().fill(" ");
  await expect.element(page.getByText("null")).toBeVisible();
});
