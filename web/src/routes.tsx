import { createBrowserRouter, type RouteObject } from "react-router";
import type { Page, PageHandle } from "./feature.ts";
import { CrashPage } from "./frame/CrashPage.tsx";
import { PageLoading } from "./frame/PageLoading.tsx";
import { brought, pages } from "./pages.ts";

/** Code that did not come breaks the page that needs it: where `lazy` itself fails, the router draws nothing at all. */
const broken = (error: unknown) => ({
  loader: (): never => {
    throw error;
  },
});

const routeOf = (page: Page): RouteObject => ({
  path: page.path,
  handle: { page } satisfies PageHandle,
  errorElement: <CrashPage />,
  lazy: () => page.load(brought).catch(broken),
});
const routesFor = (access: Page["access"]) => pages.filter((page) => page.access === access).map(routeOf);

/** The frame's code and the session arrive together, and only after the public pages. */
async function loadFrame() {
  const [{ Frame }, { loadSession }] = await Promise.all([
    import("./frame/Frame.tsx"),
    import("./session/loadSession.ts"),
  ]);
  return { Component: Frame, loader: loadSession };
}

/** The router: public pages stand alone, all others inside the frame, which lets nobody in without a session. */
export const createRouter = () =>
  createBrowserRouter([
    {
      errorElement: <CrashPage />,
      HydrateFallback: PageLoading,
      children: [
        ...routesFor("public"),
        {
          shouldRevalidate: () => false,
          lazy: () => loadFrame().catch(broken),
          children: routesFor("signedIn"),
        },
      ],
    },
  ]);
