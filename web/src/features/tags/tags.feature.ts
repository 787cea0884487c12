import { paths } from "@clientela/shared/paths";
import type { Feature } from "../../feature.ts";

export const tags: Feature = {
  pages: [
    {
      path: paths.tags,
      access: "signedIn",
      permission: "tags.write",
      title: "nav.tags",
      parent: { title: "nav.settings", path: paths.settings },
      load: () => import("./TagsPage.tsx").then(({ TagsPage }) => ({ Component: TagsPage })),
    },
  ],
  nav: [{ area: "settings", path: paths.tags, title: "nav.tags", icon: "tags", permission: "tags.write" }],
  cache: { Query: { tags: { merge: false } } },
};
