import { gql, type TypedDocumentNode } from "@apollo/client";
import { useState } from "react";
import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { type Answers, render } from "../../test/render.tsx";
import { Rows } from "./Rows.tsx";
import { type Page, useConnection } from "./useConnection.ts";
import { useReadOn } from "./useReadOn.ts";

interface Asked {
  search: string;
  first: number;
  after?: string | null;
}
type Answer = Awaited<ReturnType<Answers[string]>>;

const readPeople: TypedDocumentNode<{ contacts: Page<{ id: string; name: string }> }, Asked> = gql`
  query ReadPeople($search: String, $first: Int!, $after: String) {
    contacts(filter: { search: $search }, first: $first, after: $after) {
      nodes { id name }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`;

const refusal: Answer = { data: null, errors: [{ message: "No", extensions: { code: "INTERNAL" } }] };

/** Three people called after what is searched, two at a time. */
function pageOf({ search, after }: Asked): Answer {
  const names = [1, 2, 3].map((number) => `${search} ${number}`);
  const nodes = (after ? names.slice(2) : names.slice(0, 2)).map((name) => ({ __typename: "Contact", id: name, name }));
  const pageInfo = { __typename: "PageInfo", hasNextPage: !after, endCursor: nodes.at(-1)?.id };
  return { data: { contacts: { __typename: "ContactConnection", nodes, pageInfo, totalCount: 3 } } };
}

/** A server whose answers are made by hand, in the order of the questions. */
function server() {
  const waiting: { asked: Asked; answer: (answer?: Answer) => void }[] = [];
  const answer = (variables: Record<string, unknown>) => {
    const { promise, resolve } = Promise.withResolvers<Answer>();
    const asked = variables as unknown as Asked;
    waiting.push({ asked, answer: (given = pageOf(asked)) => resolve(given) });
    return promise;
  };
  return {
    answers: { ReadPeople: answer } satisfies Answers,
    asked: () => waiting.map(({ asked: { search, after } }) => (after ? `${search} after ${after}` : search)),
    /** The question with this number, once it was asked. */
    question: async (number: number) => {
      await expect.poll(() => waiting.length).toBeGreaterThan(number);
      return waiting[number] as (typeof waiting)[number];
    },
  };
}

function List({ readsOn = false }: { readsOn?: boolean }) {
  const [search, setSearch] = useState("Ana");
  const list = useConnection(readPeople, { variables: { search, first: 2 }, of: ({ contacts }) => contacts });
  useReadOn(list, readsOn);
  return (
    <>
      <button type="button" onClick={() => setSearch("Eva")}>
        Search Eva
      </button>
      <button type="button" onClick={list.refetch}>
        Refresh
      </button>
      <output>{list.totalCount}</output>
      <Rows list={list} skeleton={<em>Waiting</em>} empty="Nobody" more="Show more">
        {(people) => people.map(({ id, name }) => <p key={id}>{name}</p>)}
      </Rows>
    </>
  );
}

const rows = () => [...document.querySelectorAll("p")].map(({ textContent }) => textContent);
const press = (name: string) => page.getByRole("button", { name }).click();

test("a page that does not come is said, asked for again only on request, and then shown", async () => {
  const { answers, asked, question } = server();
  await render(<List />, { answers });
  await expect.element(page.getByText("Waiting")).toBeVisible();
  (await question(0)).answer();
  await expect.poll(rows).toEqual(["Ana 1", "Ana 2"]);
  await press("Show more");
  (await question(1)).answer(refusal);
  await expect.element(page.getByText("Could not load more.")).toBeVisible();
  expect(asked()).toEqual(["Ana", "Ana after Ana 2"]);
  await press("Try again");
  (await question(2)).answer();
  await expect.poll(rows).toEqual(["Ana 1", "Ana 2", "Ana 3"]);
  await expect.element(page.getByText("Could not load more.")).not.toBeInTheDocument();
  await expect.element(page.getByRole("button", { name: "Show more" })).not.toBeInTheDocument();
});

test("what reads on by itself stops at a refusal, and goes on when told to", async () => {
  const { answers, asked, question } = server();
  await render(<List readsOn />, { answers });
  (await question(0)).answer();
  (await question(1)).answer(refusal);
  await press("Try again");
  expect(asked()).toHaveLength(3);
  (await question(2)).answer();
  await expect.poll(rows).toEqual(["Ana 1", "Ana 2", "Ana 3"]);
  expect(asked()).toHaveLength(3);
});

test("a list that was never there says why, and is asked for again", async () => {
  const { answers, question } = server();
  await render(<List />, { answers });
  (await question(0)).answer(refusal);
  await expect.element(page.getByRole("heading", { name: "Could not load" })).toBeVisible();
  await press("Try again");
  (await question(1)).answer();
  await expect.poll(rows).toEqual(["Ana 1", "Ana 2"]);
});

test("a refresh that fails leaves the rows and says so; the next one that comes takes that back", async () => {
  const { answers, question } = server();
  await render(<List />, { answers });
  (await question(0)).answer();
  await expect.poll(rows).toEqual(["Ana 1", "Ana 2"]);
  await press("Refresh");
  (await question(1)).answer(refusal);
  await expect.element(page.getByText(/may be out of date/)).toBeVisible();
  expect(rows()).toEqual(["Ana 1", "Ana 2"]);
  await press("Try again");
  (await question(2)).answer();
  await expect.element(page.getByText(/may be out of date/)).not.toBeInTheDocument();
  await expect.element(page.getByRole("button", { name: "Show more" })).toBeVisible();
});

test("former rows stay, marked, while other ones are on their way; a late page of theirs is not among the new ones", async () => {
  const { answers, question } = server();
  await render(<List />, { answers });
  (await question(0)).answer();
  await press("Show more");
  const late = await question(1);
  await press("Search Eva");
  const other = await question(2);
  expect(rows()).toEqual(["Ana 1", "Ana 2"]);
  expect(document.querySelector("[aria-busy=true]")).not.toBeNull();
  other.answer();
  await expect.poll(rows).toEqual(["Eva 1", "Eva 2"]);
  expect(document.querySelector("[aria-busy=true]")).toBeNull();
  late.answer();
  await press("Show more");
  (await question(3)).answer();
  await expect.poll(rows).toEqual(["Eva 1", "Eva 2", "Eva 3"]);
});

test("former rows do not stand for ones that could not be read", async () => {
  const { answers, question } = server();
  await render(<List />, { answers });
  (await question(0)).answer();
  await expect.poll(rows).toEqual(["Ana 1", "Ana 2"]);
  await press("Search Eva");
  (await question(1)).answer(refusal);
  await expect.element(page.getByRole("heading", { name: "Could not load" })).toBeVisible();
  expect(rows()).toEqual([]);
});
