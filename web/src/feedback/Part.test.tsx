import { expect, onTestFinished, test, vi } from "vitest";
import { page } from "vitest/browser";
import { render } from "../../test/render.tsx";
import { Part } from "./Part.tsx";

let broken = true;
function Quotes() {
  if (broken) throw new TypeError("Ana Torres has no quotes");
  return <p>Three quotes</p>;
}

test("a part that breaks leaves the rest, is told without data, and can be tried again", async () => {
  const sent = vi.spyOn(window, "fetch").mockResolvedValue(new Response(null, { status: 204 }));
  const shown = vi.spyOn(console, "error").mockImplementation(() => undefined);
  onTestFinished(() => {
    sent.mockRestore();
    shown.mockRestore();
  });
  await render(
    <>
      <p>The client</p>
      <Part name="quotes">
        <Quotes />
      </Part>
    </>,
  );
  await expect.element(page.getByText("This part failed; the rest still works.")).toBeVisible();
  await expect.element(page.getByText("The client")).toBeVisible();
  expect(sent).toHaveBeenCalledTimes(1);
  const [path, request] = sent.mock.calls[0] ?? [];
  expect(path).toBe("/crashes");
  expect(JSON.parse(String(request?.body))).toMatchObject({ part: "quotes", error: "TypeError" });
  expect(String(request?.body)).not.toContain("Ana");

  broken = false;
  await page.getByRole("button", { name: "Try again" }).click();
  await expect.element(page.getByText("Three quotes")).toBeVisible();
});
