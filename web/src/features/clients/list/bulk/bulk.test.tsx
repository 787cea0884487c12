import { useApolloClient } from "@apollo/client/react";
import { permissionsOf } from "@clientela/shared/permissions";
import { useState } from "react";
import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { type Answers, render } from "../../../../../test/render.tsx";
import { toasts } from "../../../../feedback/toast.ts";
import { SessionDocument, type SessionQuery } from "../../../../session/session.generated.ts";
import { ClientListPage } from "../ClientListPage.tsx";
import { bulkRuns } from "./bulkRuns.ts";
import { keptSelection } from "./useSelection.ts";

const person = { __typename: "User", id: "u1", name: "Ana" };
const row = (index: number) => ({
  __typename: "Client",
  id: `c${index}`,
  kind: "COMPANY",
  name: `Client ${index}`,
  contactPerson: null,
  email: `c${index}@example.com`,
  phone: null,
  mobile: null,
  whatsapp: null,
  status: "PROSPECT",
  tags: [],
  owner: person,
  createdAt: "2026-01-01T10:00:00Z",
  lastInteractionAt: null,
  viewerCan: { __typename: "ClientAbilities", edit: true, delete: true, seeContactData: true },
});
const rows = Array.from({ length: 5 }, (_, index) => row(index + 1));

/** The list as an owner has it. */
function SignedIn() {
  const apollo = useApolloClient();
  useState(() =>
    apollo.writeQuery({
      query: SessionDocument,
      data: {
        viewer: {
          __typename: "Viewer",
          role: "OWNER",
          clientList: { __typename: "ClientListSettings", columns: null, compact: false },
          permissions: permissionsOf("OWNER"),
          user: {
            __typename: "User",
            id: "u1",
            name: "Ana",
            email: "a@b.test",
            role: "OWNER",
            locale: null,
            teams: [],
          },
        },
      } as SessionQuery,
    }),
  );
  return <ClientListPage />;
}

interface Sent {
  selection: unknown;
  operationId: string;
}

/** What was sent to change many clients, and what became of it. */
let sent: Sent[] = [];
let result = {};
/** What the server knows of former work. */
let operations: object[] = [];

/** A server with five of 700 clients loaded. */
const answers: Answers = {
  ClientListPage: () => ({
    data: {
      clients: {
        __typename: "ClientConnection",
        nodes: rows,
        pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
        totalCount: 700,
      },
    },
  }),
  ClientTiles: () => ({
    data: {
      clientStats: { __typename: "ClientStats", total: 7, prospects: 7, clients: 0, inactive: 0, newThisMonth: 0 },
    },
  }),
  Tags: () => ({ data: { tags: [{ __typename: "Tag", id: "t1", name: "VIP", color: "#5b6ee1" }] } }),
  People: () => ({ data: { users: [], teams: [] } }),
  CustomFields: () => ({ data: { customFields: [] } }),
  ClientLists: () => ({ data: { clientLists: [] } }),
  ClientCount: () => ({ data: { clientCount: 700 } }),
  TagClients: (variables) => {
    sent.push(variables as unknown as Sent);
    return {
      data: {
        result: {
          __typename: "BulkResult",
          operationId: "op",
          operation: { __typename: "BulkOperation", id: "op", status: "DONE", done: 3 },
          ...result,
        },
      },
    };
  },
  UndoBulk: () => ({
    data: {
      result: {
        __typename: "BulkResult",
        operationId: "op",
        matched: 3,
        changed: 3,
        skipped: [],
        operation: { __typename: "BulkOperation", id: "op", status: "DONE", done: 3 },
      },
    },
  }),
  MyOperations: () => ({ data: { myOperations: operations } }),
  BulkProgress: () => ({ data: { bulkOperation: { __typename: "BulkOperation", id: "op9", ...operations[0] } } }),
  BulkResult: () => ({ data: { result: { __typename: "BulkResult", operationId: "op9", skipped: [], ...result } } }),
  SavedFilters: () => ({ data: { savedFilters: [] } }),
};

async function renderList(outcome: object, known: object[] = []) {
  sent = [];
  operations = known;
  result = outcome;
  toasts.set([]);
  bulkRuns.set([]);
  keptSelection.set(null);
  await render(<SignedIn />, { answers, path: "/clients" });
  await expect.element(page.getByRole("link", { name: "Client 1" })).toBeVisible();
}

const tickBox = (name: string) => page.getByRole("checkbox", { name: `Select ${name}`, exact: true });

test("ticked rows turn the filters into a bar; x, Shift and Esc work as in mail [F77][F78]", async () => {
  await renderList({});
  await tickBox("Client 2").click();
  await expect.element(page.getByText("1 selected")).toBeVisible();
  await expect.element(page.getByRole("searchbox")).not.toBeInTheDocument();
  await tickBox("Client 4").click({ modifiers: ["Shift"] });
  await expect.element(page.getByText("3 selected")).toBeVisible();
  await userEvent.keyboard("{ArrowDown}x");
  await expect.element(page.getByText("4 selected")).toBeVisible();
  await userEvent.keyboard("{Escape}");
  await expect.element(page.getByRole("toolbar")).not.toBeInTheDocument();
  await expect.element(page.getByRole("searchbox")).toBeVisible();
  await expect.element(tickBox("Client 2")).not.toBeChecked();
});

test("everything that matches is asked about with its count, and the result can be undone [F77][F81]", async () => {
  await renderList({ matched: 700, changed: 698, skipped: [] });
  await page.getByRole("checkbox", { name: "Select the loaded rows" }).click();
  await expect.element(page.getByText("5 selected")).toBeVisible();
  await page.getByRole("button", { name: "Select all 700" }).click();
  await page.getByRole("button", { name: "Tag", exact: true }).click();
  await page.getByRole("menuitem", { name: "VIP" }).click();
  await expect.element(page.getByRole("heading", { name: "Change 700 clients?" })).toBeVisible();
  await page.getByRole("button", { name: "Change 700" }).click();
  await expect.element(page.getByText("Tag VIP added to 698 clients · 2 were already like that")).toBeVisible();
  expect(sent).toEqual([{ selection: { filter: {} }, operationId: expect.any(String), tagIds: ["t1"] }]);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.element(page.getByText("Undone “Add the tag VIP”: 3 clients as before")).toBeVisible();
});

test("clients that were left out are listed with the reason, and the rest can be undone", async () => {
  await renderList({
    matched: 2,
    changed: 2,
    skipped: [{ __typename: "SkippedClient", clientId: "c3", reason: "Gone" }],
  });
  for (const name of ["Client 1", "Client 2", "Client 3"]) await tickBox(name).click();
  await page.getByRole("button", { name: "Tag", exact: true }).click();
  await page.getByRole("menuitem", { name: "VIP" }).click();
  const panel = page.getByRole("region", { name: "Changes to many clients" });
  await expect.element(panel.getByText("Tag VIP added to 2 clients · 1 skipped")).toBeVisible();
  expect(sent[0]?.selection).toEqual({ ids: ["c1", "c2", "c3"] });
  await panel.getByText("Show 1 skipped").click();
  await expect.element(panel.getByRole("link", { name: "Client 3" })).toBeVisible();
  await expect.element(panel.getByRole("listitem")).toHaveTextContent("Client 3: Gone");
  await panel.getByRole("button", { name: "Undo" }).click();
  await expect.element(page.getByText("Undone “Add the tag VIP”: 3 clients as before")).toBeVisible();
  await expect.element(panel).not.toBeInTheDocument();
});

test("after a reload the page goes on with what runs, and offers to take back what has ended or failed", async () => {
  const operation = {
    __typename: "BulkOperation",
    kind: "TAG",
    subject: "VIP",
    matched: 700,
    done: 300,
    changed: 0,
    undoableUntil: null,
  };
  const soon = new Date(Date.now() + 300_000).toISOString();
  const ends = { ...operation, id: "op8", kind: "DELETE", subject: null, status: "FAILED", done: 20, changed: 20 };
  const running = { ...operation, id: "op9", status: "RUNNING" };
  await renderList({ matched: 700, changed: 310, operation: running }, [running, { ...ends, undoableUntil: soon }]);
  const panel = page.getByRole("region", { name: "Changes to many clients" });
  await expect.element(panel.getByText("300 of 700")).toBeVisible();
  await expect.element(panel.getByRole("button", { name: "Stop" })).toBeVisible();
  await page.getByRole("button", { name: "Changes you can still undo" }).click();
  await expect.element(page.getByText("20 clients deleted · stopped", { exact: false })).toBeVisible();
  await userEvent.keyboard("{Escape}");
  result = { matched: 700, changed: 700, operation: { ...running, status: "DONE", done: 700 } };
  await expect.element(page.getByText("Tag VIP added to 700 clients")).toBeVisible();
  await expect.element(page.getByRole("button", { name: "Undo", exact: true })).toBeVisible();
});
