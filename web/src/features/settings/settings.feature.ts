import { paths } from "@clientela/shared/paths";
import type { Feature } from "../../feature.ts";

export const settings: Feature = {
  pages: [
    {
      path: paths.settings,
      access: "signedIn",
      title: "nav.settings",
      load: () => import("./SettingsPage.tsx").then(({ SettingsPage }) => ({ Component: SettingsPage })),
    },
  ],
  nav: [{ area: "settings", path: paths.settings, title: "nav.settings", icon: "settings" }],
};
