import { paths } from "@clientela/shared/paths";
import { keysetPages } from "../../apollo/keysetPages.ts";
import type { Feature } from "../../feature.ts";

export const dashboard: Feature = {
  pages: [
    {
      path: paths.home,
      access: "signedIn",
      title: "nav.home",
      load: () => import("./DashboardPage.tsx").then(({ DashboardPage }) => ({ Component: DashboardPage })),
    },
  ],
  nav: [{ area: "main", path: paths.home, title: "nav.home", icon: "home" }],
  cache: { Query: { dashboard: { merge: false }, latestActivity: keysetPages([]) } },
};
