import { expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { render } from "../../test/render.tsx";
import { More } from "./More.tsx";

test("a page that does not come is said, asked for again only on request, and then shown", async () => {
  const fetchMore = vi.fn().mockRejectedValueOnce(new Error("no connection")).mockResolvedValue({});
  const query = { fetchMore };
  await render(
    <More
      query={query}
      variables={{ first: 30 }}
      pageInfo={{ hasNextPage: true, endCursor: "c30" }}
      label="Show more"
    />,
  );
  await page.getByRole("button", { name: "Show more" }).click();
  await expect.element(page.getByText("Could not load more.")).toBeVisible();
  expect(fetchMore).toHaveBeenCalledOnce();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect.element(page.getByText("Could not load more.")).not.toBeInTheDocument();
  expect(fetchMore).toHaveBeenLastCalledWith({ variables: { first: 30, after: "c30" } });
});
