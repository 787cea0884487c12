import { paths } from "@clientela/shared/paths";
import type { Feature } from "../../feature.ts";

export const activityKinds: Feature = {
  pages: [
    {
      path: paths.activityKinds,
      access: "signedIn",
      permission: "settings.manage",
      title: "nav.activityKinds",
      parent: { title: "nav.settings", path: paths.settings },
      load: () => import("./ActivityKindsPage.tsx").then(({ ActivityKindsPage }) => ({ Component: ActivityKindsPage })),
    },
  ],
  nav: [
    {
      area: "settings",
      path: paths.activityKinds,
      title: "nav.activityKinds",
      icon: "activityKinds",
      permission: "settings.manage",
    },
  ],
};
