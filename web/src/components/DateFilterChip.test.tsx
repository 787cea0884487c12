import { useState } from "react";
import { expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { render } from "../../test/render.tsx";
import { DateFilterChip } from "./DateFilterChip.tsx";
import type { DateFilter } from "./dateFilter.ts";

function Sample({ onChange }: { onChange: (value: DateFilter | null) => void }) {
  const [value, setValue] = useState<DateFilter | null>(null);
  return (
    <DateFilterChip
      label="Created"
      value={value}
      sentence={(text) => `Created: ${text}`}
      onChange={(next) => {
        onChange(next);
        setValue(next);
      }}
    />
  );
}

test("a preset reads as a sentence and can be let go [F62]", async () => {
  const onChange = vi.fn();
  await render(<Sample onChange={onChange} />);
  await page.getByRole("button", { name: "Created" }).click();
  await page.getByRole("menuitem", { name: "Last month" }).click();
  expect(onChange).toHaveBeenLastCalledWith({ preset: "LAST_MONTH" });
  await page.getByRole("button", { name: "Remove the filter Created: Last month" }).click();
  expect(onChange).toHaveBeenLastCalledWith(null);
});

test("two days of one's own, which may not be the wrong way round [F63]", async () => {
  const onChange = vi.fn();
  await render(<Sample onChange={onChange} />);
  await page.getByRole("button", { name: "Created" }).click();
  await page.getByLabelText("From").fill("2026-03-10");
  await page.getByLabelText("To").fill("2026-03-01");
  await page.getByRole("button", { name: "Apply" }).click();
  await expect.element(page.getByRole("alert")).toHaveTextContent("The end date is before the start date");
  expect(onChange).not.toHaveBeenCalled();
  await page.getByLabelText("To").fill("");
  await page.getByRole("button", { name: "Apply" }).click();
  expect(onChange).toHaveBeenLastCalledWith({ from: "2026-03-10", to: null });
  await expect.element(page.getByRole("button", { name: /^Created: since/ })).toBeVisible();
});
