import { useState } from "react";
import { expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "../../test/render.tsx";
import { SearchBox } from "./SearchBox.tsx";

function Sample({ onSearch }: { onSearch: (value: string) => void }) {
  const [value, setValue] = useState("");
  return (
    <>
      <SearchBox
        value={value}
        onChange={(next) => {
          onSearch(next);
          setValue(next);
        }}
        label="Search"
        clearLabel="Clear"
      />
      <button type="button" onClick={() => setValue("from elsewhere")}>
        Elsewhere
      </button>
    </>
  );
}

test("searches for what was typed when typing pauses, and at once when emptied [F58]", async () => {
  const onSearch = vi.fn();
  await render(<Sample onSearch={onSearch} />);
  await page.getByRole("searchbox").click();
  await userEvent.keyboard("pérez");
  await expect.poll(() => onSearch.mock.lastCall?.[0]).toBe("pérez");
  await userEvent.keyboard("{Escape}");
  expect(onSearch).toHaveBeenLastCalledWith("");
  await expect.element(page.getByRole("searchbox")).toHaveValue("");
});

test("shows a search that another control set", async () => {
  await render(<Sample onSearch={() => {}} />);
  await page.getByRole("searchbox").fill("mine");
  await page.getByRole("button", { name: "Elsewhere" }).click();
  await expect.element(page.getByRole("searchbox")).toHaveValue("from elsewhere");
});

test("what was typed is sent before the field is left, never after", async () => {
  const sent: string[] = [];
  await render(<Sample onSearch={(value) => sent.push(value)} />);
  await page.getByRole("searchbox").click();
  await userEvent.keyboard("ab");
  await userEvent.tab();
  expect(sent.at(-1)).toBe("ab");
});
