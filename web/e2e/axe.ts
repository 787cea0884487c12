import type { Page } from "@playwright/test";
import axe from "axe-core";

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The rules that look at colours; for all others dark is what light was, a moment ago in the same document. */
const ofColours = ["color-contrast", "link-in-text-block"];

/** What axe finds on a page as it stands, which has to be in one document. */
export async function violations(page: Page, colorScheme: "light" | "dark"): Promise<string[]> {
  // It is large and stays in the document.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const runOnly: axe.RunOnly =
    colorScheme === "light" ? { type: "tag", values: standards } : { type: "rule", values: ofColours };
  return page.evaluate(async (runOnly) => {
    // Colours on their way from one theme to the other are of neither, and what inherits them follows later.
    const moving = () =>
      document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    for (let ending = moving(); ending.length > 0; ending = moving())
      await Promise.allSettled(ending.map(({ finished }) => finished));
    const { run } = (window as unknown as { axe: typeof axe }).axe;
    const { violations } = await run({ runOnly, resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`);
  }, runOnly);
}
