import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "../../../../test/render.tsx";
import { useSearchParam } from "../../../hooks/useSearchParam.ts";
import { appointmentParameter } from "../paths.ts";
import { WeekGrid } from "./WeekGrid.tsx";

function Week({ today }: { today: string }) {
  const [opened] = useSearchParam(appointmentParameter);
  return (
    <>
      <button type="button">Before</button>
      <WeekGrid
        label="Week"
        days={["2026-11-23", "2026-11-24", "2026-11-25"]}
        today={today}
        zone="UTC"
        appointments={[]}
        busy={false}
      />
      <button type="button">After</button>
      <output>{opened}</output>
    </>
  );
}

/** The week, the focus where the Tab key goes into its free hours. */
async function enter({ today = "2026-11-24" } = {}) {
  await render(<Week today={today} />);
  await page.getByRole("button", { name: "Before" }).click();
  await userEvent.tab();
}
/** By its day and hour: what a person reads of them depends on the browser's country. */
const focused = (hour: string) =>
  expect.poll(() => document.activeElement instanceof HTMLElement && document.activeElement.dataset.hour).toBe(hour);
const press = (...keys: string[]) => userEvent.keyboard(keys.map((key) => `{${key}}`).join(""));

test("the free hours are one stop of the Tab key, at nine of today [F198]", async () => {
  await enter();
  await focused("2026-11-24 9");
  await userEvent.tab();
  await expect.element(page.getByRole("button", { name: "After" })).toHaveFocus();
});

test("in a week without today they are entered on its first day", async () => {
  await enter({ today: "2026-12-01" });
  await focused("2026-11-23 9");
});

test("arrows go from hour to hour and from day to day, and the Tab key comes back to where they led", async () => {
  await enter();
  await press("ArrowDown", "ArrowDown", "ArrowUp", "ArrowLeft");
  await focused("2026-11-23 10");
  await press("ArrowRight", "ArrowRight");
  await focused("2026-11-25 10");
  await userEvent.tab();
  await userEvent.tab({ shift: true });
  await focused("2026-11-25 10");
});

test("arrows stay inside the week: on its first and last day, and at midnight", async () => {
  await enter();
  await press("ArrowLeft", "ArrowLeft", ...Array(10).fill("ArrowUp"));
  await focused("2026-11-23 0");
  await press("ArrowRight", "ArrowRight", "ArrowRight", ...Array(24).fill("ArrowDown"));
  await focused("2026-11-25 23");
});

for (const key of ["{Enter}", " "])
  test(`${key === " " ? "the space bar" : "Enter"} opens a new appointment at the hour one is on`, async () => {
    await enter();
    await press("ArrowRight", "ArrowUp");
    await focused("2026-11-25 8");
    await userEvent.keyboard(key);
    await expect.element(page.getByRole("status")).toHaveTextContent("new@2026-11-25T08:00");
  });
