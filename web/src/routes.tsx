import { createBrowserRouter, type RouteObject, redirect } from "react-router";
import { CrashPage } from "./frame/CrashPage.tsx";
import { PageLoading } from "./frame/PageLoading.tsx";
import { type Page, pages } from "./pages.ts";
import { loadSession } from "./session/loadSession.ts";

/** What a route says of itself to the frame around it. */
export interface PageHandle {
  page: Page;
}

const routeOf = (page: Page): RouteObject => ({
  path: page.path,
  handle: { page } satisfies PageHandle,
  errorElement: <CrashPage />,
  lazy: page.load,
});
const routesFor = (access: Page["access"]) => pages.filter((page) => page.access === access).map(routeOf);

/** The router: public pages stand alone, all others inside the frame, which lets nobody in without a session. */
export const createRouter = () =>
  createBrowserRouter([
    {
      errorElement: <CrashPage />,
      HydrateFallback: PageLoading,
      children: [
        ...routesFor("public"),
        { path: "/", loader: () => redirect("/clients") },
        {
          loader: loadSession,
          shouldRevalidate: () => false,
          lazy: () => import("./frame/Frame.tsx").then(({ Frame }) => ({ Component: Frame })),
          children: routesFor("signedIn"),
        },
      ],
    },
  ]);
