import { gql } from "@apollo/client";
import { expect, test } from "vitest";
import { cacheRules } from "../features.ts";
import { createCache } from "./cache.ts";

const query = gql`
  query ($after: String, $filter: ClientFilter) {
    clients(after: $after, filter: $filter) {
      nodes {
        id
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`;

const cache = () => {
  const made = createCache(cacheRules);
  const write = (ids: string[], after?: string, search = "x") =>
    made.writeQuery({
      query,
      variables: { after, filter: { search } },
      data: {
        clients: {
          __typename: "ClientConnection",
          nodes: ids.map((id) => ({ __typename: "Client", id })),
          pageInfo: { __typename: "PageInfo", endCursor: ids.at(-1), hasNextPage: true },
        },
      },
    });
  const ids = (search = "x") =>
    made
      .readQuery<{ clients: { nodes: { id: string }[] } }>({ query, variables: { filter: { search } } })
      ?.clients.nodes.map(({ id }) => id);
  return { write, ids };
};

test("the next page is appended, and a record that moved between pages shows once", () => {
  const { write, ids } = cache();
  write(["a", "b"]);
  write(["b", "c"], "b");
  expect(ids()).toEqual(["a", "b", "c"]);
});

test("a first page that does not join what is known starts over", () => {
  const { write, ids } = cache();
  write(["a", "b"]);
  write(["c", "d"], "b");
  write(["n", "m"]);
  expect(ids()).toEqual(["n", "m"]);
});

test("a refreshed first page keeps the pages read after it, so that a long list does not shorten under its reader", () => {
  const { write, ids } = cache();
  write(["a", "b"]);
  write(["c", "d"], "b");
  write(["n", "a"]);
  expect(ids()).toEqual(["n", "a", "b", "c", "d"]);
  write(["e", "f"], "d");
  expect(ids()).toEqual(["n", "a", "b", "c", "d", "e", "f"]);
});

test("a page that was asked for before the list started over is dropped", () => {
  const { write, ids } = cache();
  write(["n", "a"]);
  write(["c", "d"], "b");
  expect(ids()).toEqual(["n", "a"]);
});

test("lists of other filters do not mix", () => {
  const { write, ids } = cache();
  write(["a"], undefined, "x");
  write(["z"], undefined, "y");
  expect([ids("x"), ids("y")]).toEqual([["a"], ["z"]]);
});
