import { paths } from "@clientela/shared/paths";
import type { Feature } from "../../feature.ts";

export const customFields: Feature = {
  pages: [
    {
      path: paths.fields,
      access: "signedIn",
      permission: "customFields.manage",
      title: "nav.fields",
      parent: { title: "nav.settings", path: paths.settings },
      load: () => import("./CustomFieldsPage.tsx").then(({ CustomFieldsPage }) => ({ Component: CustomFieldsPage })),
    },
  ],
  nav: [
    {
      area: "settings",
      path: paths.fields,
      title: "nav.fields",
      icon: "fields",
      permission: "customFields.manage",
    },
  ],
  cache: { Query: { deletedCustomFields: { merge: false }, customFields: { merge: false } } },
};
