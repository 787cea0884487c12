import { useState } from "react";
import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { type Answers, render } from "../../../../test/render.tsx";
import { listState } from "./listState.ts";
import { useClientList } from "./useClientList.ts";

function Sample() {
  const [search, setSearch] = useState("few");
  const list = useClientList({ ...listState.read(new URLSearchParams()), search }, []);
  return (
    <>
      <output>{`${search}: ${list.totalCount ?? "?"}`}</output>
      <button type="button" onClick={() => setSearch("many")}>
        More
      </button>
    </>
  );
}

const counted: unknown[] = [];
const answers: Answers = {
  ClientListPage: ({ filter }) => {
    const hasNextPage = (filter as { search: string }).search === "many";
    const pageInfo = { __typename: "PageInfo", hasNextPage, endCursor: null };
    return { data: { clients: { __typename: "ClientConnection", nodes: [], pageInfo } } };
  },
  FilterMatches: ({ filter }) => {
    counted.push((filter as { search: string }).search);
    return { data: { clients: { __typename: "ClientConnection", totalCount: 700 } } };
  },
};

test("a search that fits one page is not asked for once more to be counted [F55]", async () => {
  await render(<Sample />, { answers });
  await expect.element(page.getByText("few: 0")).toBeVisible();
  expect(counted).toEqual([]);
  await page.getByRole("button").click();
  await expect.element(page.getByText("many: 700")).toBeVisible();
  expect(counted).toEqual(["many"]);
});
