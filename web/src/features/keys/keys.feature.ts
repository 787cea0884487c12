import { paths } from "@clientela/shared/paths";
import type { Feature } from "../../feature.ts";

export const keys: Feature = {
  pages: [
    {
      path: paths.apiKeys,
      access: "signedIn",
      permission: "apiKeys.manage",
      title: "nav.apiKeys",
      parent: { title: "nav.settings", path: paths.settings },
      load: () => import("./ApiKeysPage.tsx").then(({ ApiKeysPage }) => ({ Component: ApiKeysPage })),
    },
  ],
  nav: [{ area: "settings", path: paths.apiKeys, title: "nav.apiKeys", icon: "keys", permission: "apiKeys.manage" }],
};
