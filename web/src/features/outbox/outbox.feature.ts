import { paths } from "@clientela/shared/paths";
import { keysetPages } from "../../apollo/keysetPages.ts";
import type { Feature } from "../../feature.ts";

export const outbox: Feature = {
  pages: [
    {
      path: paths.outbox,
      access: "signedIn",
      permission: "mail.manage",
      title: "nav.outbox",
      parent: { title: "nav.settings", path: paths.settings },
      load: () => import("./OutboxPage.tsx").then(({ OutboxPage }) => ({ Component: OutboxPage })),
    },
  ],
  nav: [{ area: "settings", path: paths.outbox, title: "nav.outbox", icon: "outbox", permission: "mail.manage" }],
  cache: { Query: { messages: keysetPages(["states"]) }, types: { MailServer: { keyFields: [] } } },
};
