import { useApolloClient } from "@apollo/client/react";
import { permissionsOf } from "@clientela/shared/permissions";
import { useState } from "react";
import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { type Answers, render } from "../../../test/render.tsx";
import { SessionDocument, type SessionQuery } from "../../session/session.generated.ts";
import { AppointmentWeek } from "./AppointmentWeek.tsx";

function SignedIn() {
  const apollo = useApolloClient();
  const user = { __typename: "User", id: "u1", name: "Ana", email: "a@b.test", role: "OWNER", locale: null, teams: [] };
  useState(() =>
    apollo.writeQuery({
      query: SessionDocument,
      data: {
        viewer: {
          __typename: "Viewer",
          role: "OWNER",
          clientList: { __typename: "ClientListSettings", columns: null, compact: false },
          permissions: permissionsOf("OWNER"),
          user,
        },
      } as SessionQuery,
    }),
  );
  return <AppointmentWeek />;
}

test("a week whose next page is refused asks for it once, and again when told to", async () => {
  const asked: unknown[] = [];
  const answer: Answers[string] = ({ after }) => {
    asked.push(after ?? null);
    if (after) return { data: null, errors: [{ message: "No", extensions: { code: "BAD_USER_INPUT" } }] };
    const pageInfo = { __typename: "PageInfo", hasNextPage: true, endCursor: "c100" };
    return { data: { appointments: { __typename: "AppointmentConnection", nodes: [], pageInfo, totalCount: 101 } } };
  };
  await render(<SignedIn />, { answers: { Appointments: answer } });
  await page.getByRole("button", { name: "Try again" }).click();
  await expect.poll(() => asked).toEqual([null, "c100", "c100"]);
  await expect.element(page.getByText(/Could not load more/)).toBeInTheDocument();
  expect(asked).toHaveLength(3);
});
