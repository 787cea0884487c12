import { paths } from "@clientela/shared/paths";
import type { Feature } from "../../feature.ts";

export const account: Feature = {
  pages: [
    {
      path: paths.account,
      access: "signedIn",
      title: "nav.account",
      parent: { title: "nav.settings", path: paths.settings },
      load: () => import("./AccountPage.tsx").then(({ AccountPage }) => ({ Component: AccountPage })),
    },
  ],
  nav: [{ area: "settings", path: paths.account, title: "nav.account", icon: "account" }],
  cache: { types: { NotificationPreference: { keyFields: ["kind"] } } },
};
