import { ApolloClient, ApolloLink, Observable } from "@apollo/client";
import { ApolloProvider } from "@apollo/client/react";
import CssBaseline from "@mui/material/CssBaseline";
import { ThemeProvider } from "@mui/material/styles";
import type { ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { createMemoryRouter } from "react-router";
import { RouterProvider } from "react-router/dom";
import { onTestFinished } from "vitest";
import { createCache } from "../src/apollo/cache.ts";
import { cacheRules } from "../src/features.ts";
import { ConfirmDialog } from "../src/feedback/ConfirmDialog.tsx";
import { Toasts } from "../src/feedback/Toasts.tsx";
import { UnsavedDialog } from "../src/form/UnsavedDialog.tsx";
import { loadAllTexts, startI18n } from "../src/i18n/i18n.ts";
import { ConflictDialog } from "../src/records/ConflictDialog.tsx";
import { theme } from "../src/theme.ts";

const english = startI18n("en").then(loadAllTexts);

/** Answers an operation of a component under test by its name. */
export type Answers = Record<
  string,
  (variables: Record<string, unknown>) => ApolloLink.Result | Promise<ApolloLink.Result>
>;

/**
 * Renders a component in English inside what the frame gives every page, at `path`.
 * @param answers what the server would answer to each operation; one that is missing is an error.
 */
export async function render(node: ReactNode, { path = "/", answers = {} as Answers } = {}) {
  await english;
  const client = new ApolloClient({
    cache: createCache(cacheRules),
    link: new ApolloLink(
      ({ operationName = "", variables }) =>
        new Observable((observer) => {
          const answer = answers[operationName];
          if (!answer) return observer.error(new Error(`Nothing answers ${operationName}`));
          const send = (result: ApolloLink.Result) => {
            observer.next(result);
            observer.complete();
          };
          const answered = answer(variables);
          if (answered instanceof Promise) answered.then(send, (error: unknown) => observer.error(error));
          else send(answered);
        }),
    ),
  });
  const router = createMemoryRouter(
    [
      {
        path: "*",
        element: (
          <>
            {node}
            <UnsavedDialog />
            <ConfirmDialog />
            <ConflictDialog />
            <Toasts />
          </>
        ),
      },
    ],
    { initialEntries: [path] },
  );
  const element = document.body.appendChild(document.createElement("div"));
  const root = createRoot(element);
  onTestFinished(() => {
    root.unmount();
    element.remove();
    sessionStorage.clear();
  });
  root.render(
    <ApolloProvider client={client}>
      <ThemeProvider theme={theme}>
        <CssBaseline />
        <RouterProvider router={router} useTransitions={false} />
      </ThemeProvider>
    </ApolloProvider>,
  );
  return { router, client };
}
