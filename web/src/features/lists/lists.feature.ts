import { paths } from "@clientela/shared/paths";
import type { Feature } from "../../feature.ts";

export const lists: Feature = {
  pages: [
    {
      path: paths.lists,
      access: "signedIn",
      permission: "lists.write",
      title: "nav.lists",
      parent: { title: "nav.settings", path: paths.settings },
      load: () => import("./ListsPage.tsx").then(({ ListsPage }) => ({ Component: ListsPage })),
    },
  ],
  nav: [{ area: "settings", path: paths.lists, title: "nav.lists", icon: "lists", permission: "lists.write" }],
  cache: { Query: { clientLists: { merge: false } } },
};
