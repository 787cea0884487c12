import type { Brought, Page } from "./feature.ts";
import { features } from "./features.ts";

/** Every page of the admin; what no other has the address of is the last one's. */
export const pages: readonly Page[] = [
  ...features.flatMap((feature) => feature.pages ?? []),
  {
    path: "/*",
    access: "signedIn",
    title: "notFound.title",
    load: () => import("./frame/NotFoundPage.tsx").then(({ NotFoundPage }) => ({ Component: NotFoundPage })),
  },
];

/** What features bring to the pages of others. */
export const brought: Brought = {
  record: () => Promise.all(features.flatMap(({ record }) => (record ? [record()] : []))),
  day: async () => {
    const feature = features.find(({ day }) => day);
    if (!feature?.day) throw new Error("No feature brings the day of appointments");
    return feature.day();
  },
};
