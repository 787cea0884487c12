import { useApolloClient } from "@apollo/client/react";
import { permissionsOf } from "@clientela/shared/permissions";
import { type ReactNode, useState } from "react";
import { SessionDocument, type SessionQuery } from "../src/session/session.generated.ts";

const user = { __typename: "User", id: "u1", name: "Ana", email: "a@b.test", role: "OWNER", locale: null, teams: [] };

/** Renders its children for somebody who is signed in. */
export function SignedIn({ children }: { children: ReactNode }) {
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
          user,
        },
      } as SessionQuery,
    }),
  );
  return children;
}
