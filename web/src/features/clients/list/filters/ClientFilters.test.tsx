import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { type Answers, render } from "../../../../../test/render.tsx";
import { useListState } from "../useListState.ts";
import { ClientFilters } from "./ClientFilters.tsx";

function Sample({ narrow }: { narrow: boolean }) {
  const [state, setState] = useListState();
  return <ClientFilters state={state} onChange={setState} narrow={narrow} />;
}

const facet = (value: string) => ({ __typename: "Facet", value, count: 2 });
const answers: Answers = {
  Tags: () => ({ data: { tags: [] } }),
  People: () => ({
    data: { users: [{ __typename: "User", id: "u1", name: "Ana", active: true }], teams: [] },
  }),
  FilterMatches: () => ({ data: { clients: { __typename: "ClientConnection", totalCount: 12 } } }),
  CustomFields: () => ({
    data: {
      customFields: [
        {
          __typename: "CustomField",
          id: "f1",
          key: "level",
          label: "Level",
          type: "SELECT",
          options: ["Gold", "Silver"],
          required: false,
          searchable: false,
          position: 0,
          version: 1,
        },
        {
          __typename: "CustomField",
          id: "f2",
          key: "size",
          label: "Size",
          type: "NUMBER",
          options: [],
          required: false,
          searchable: false,
          position: 1,
          version: 1,
        },
        {
          __typename: "CustomField",
          id: "f3",
          key: "since",
          label: "Since",
          type: "DATE",
          options: [],
          required: false,
          searchable: false,
          position: 2,
          version: 1,
        },
      ],
    },
  }),
  ClientFacets: () => ({
    data: {
      clientFacets: {
        __typename: "ClientFacets",
        countries: [facet("PA")],
        regions: [],
        cities: [facet("Colón"), facet("David")],
        languages: [],
      },
    },
  }),
};
const params = (router: { state: { location: { search: string } } }) =>
  new URLSearchParams(router.state.location.search);

test("a filter is added, offers what clients have or what one types, and reads as a sentence [F64][F65][F66]", async () => {
  const { router } = await render(<Sample narrow={false} />, { answers });
  await page.getByRole("button", { name: "Add a filter" }).click();
  await page.getByRole("menuitem", { name: "City" }).click();
  await page.getByRole("checkbox", { name: "Colón" }).click();
  await page.getByRole("textbox").fill("Washington, D. C.");
  await page.getByRole("checkbox", { name: "Washington, D. C." }).click();
  await userEvent.keyboard("{Escape}");
  await expect.element(page.getByRole("button", { name: "City: Colón, Washington, D. C.", exact: true })).toBeVisible();
  expect(params(router).get("city")).toBe("Colón,Washington%2C D. C.");
});

test("a field of the business filters by what its type allows [F71]", async () => {
  const { router } = await render(<Sample narrow={false} />, { answers });
  await page.getByRole("button", { name: "Add a filter" }).click();
  await page.getByRole("menuitem", { name: "Level" }).click();
  await page.getByRole("checkbox", { name: "Gold" }).click();
  await page.getByRole("button", { name: "Apply" }).click();
  await expect.poll(() => params(router).getAll("field")).toEqual(['level:IN:["Gold"]']);
  await page.getByRole("button", { name: /^Remove the filter Level .*Gold$/ }).click();
  await expect.poll(() => params(router).getAll("field")).toEqual([]);
});

test("an option that is gone can be let go of [F71]", async () => {
  const path = `/clients?field=${encodeURIComponent('level:IN:["Tin","Gold"]')}`;
  const { router } = await render(<Sample narrow={false} />, { path, answers });
  await page.getByRole("button", { name: "Level is one of: Tin, Gold", exact: true }).click();
  await page.getByRole("checkbox", { name: "Tin" }).click();
  await page.getByRole("button", { name: "Apply" }).click();
  await expect.poll(() => params(router).getAll("field")).toEqual(['level:IN:["Gold"]']);
});

test("a number is read as people write it, and what is none is refused beside its field [F71]", async () => {
  const { router } = await render(<Sample narrow={false} />, { answers });
  await page.getByRole("button", { name: "Add a filter" }).click();
  await page.getByRole("menuitem", { name: "Size" }).click();
  const value = page.getByRole("textbox", { name: "Value" });
  await value.fill("a dozen");
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByRole("alert")).toHaveTextContent("Not a number");
  await expect.element(value).toHaveValue("a dozen");
  await value.fill("1,250.5");
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => params(router).getAll("field")).toEqual(["size:EQ:1250.5"]);
  await expect.element(page.getByRole("button", { name: "Size is: 1,250.5", exact: true })).toBeVisible();
});

test("an address with a day that no calendar has breaks no page [F34]", async () => {
  const path = `/clients?created=2026-13-45..&field=${encodeURIComponent('since:EQ:"2026-13-45"')}`;
  await render(<Sample narrow={false} />, { path, answers });
  await expect.element(page.getByRole("button", { name: "Since is: 2026-13-45", exact: true })).toBeVisible();
  await expect.element(page.getByRole("button", { name: "Date created", exact: true })).toBeVisible();
});

test("clients that nobody looks after come first among the owners, alone or beside people [F73]", async () => {
  const { router } = await render(<Sample narrow={false} />, { answers });
  await page.getByRole("button", { name: "Owner" }).click();
  const boxes = page.getByRole("group", { name: "Owner" }).getByRole("checkbox");
  await expect.element(boxes.first()).toHaveAccessibleName("No owner");
  await boxes.first().click();
  await expect.poll(() => params(router).get("owner")).toBe("none");
  await page.getByRole("checkbox", { name: "Ana" }).click();
  await expect.poll(() => params(router).get("owner")).toBe("none,u1");
  await userEvent.keyboard("{Escape}");
  await expect.element(page.getByRole("button", { name: "Owner: nobody, Ana", exact: true })).toBeVisible();
});

test("on a phone filters are applied or cleared together [F74]", async () => {
  const { router } = await render(<Sample narrow />, { answers });
  await page.getByRole("button", { name: "Filters" }).click();
  const panel = page.getByRole("dialog", { name: "Filters" });
  await panel.getByRole("button", { name: "Status" }).click();
  await page.getByRole("checkbox", { name: "Prospect" }).click();
  await expect.element(panel.getByRole("button", { name: "Status: Prospect", exact: true })).toBeVisible();
  expect(params(router).get("status")).toBeNull();
  await panel.getByRole("button", { name: "Apply · 12 clients" }).click();
  await expect.poll(() => params(router).get("status")).toBe("PROSPECT");
  await page.getByRole("button", { name: "Filters (1)" }).click();
  await page.getByRole("button", { name: "Clear" }).click();
  await page.getByRole("button", { name: "Apply · 12 clients" }).click();
  await expect.poll(() => params(router).get("status")).toBeNull();
});
