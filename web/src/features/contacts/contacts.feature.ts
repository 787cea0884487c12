import { paths } from "@clientela/shared/paths";
import { keysetPages } from "../../apollo/keysetPages.ts";
import type { Feature } from "../../feature.ts";

export const contacts: Feature = {
  pages: [
    {
      path: paths.contacts,
      access: "signedIn",
      title: "nav.contacts",
      load: () => import("./ContactsPage.tsx").then(({ ContactsPage }) => ({ Component: ContactsPage })),
    },
  ],
  nav: [{ area: "main", path: paths.contacts, title: "nav.contacts", icon: "contacts" }],
  make: { label: "frame.make.contact", opens: { tab: "contacts", contact: "new" }, ofClient: "only" },
  cache: { Query: { contacts: keysetPages(["filter"]) } },
};
