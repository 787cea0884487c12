import { paths } from "@clientela/shared/paths";
import type { Feature } from "../../feature.ts";

export const setUp: Feature = {
  pages: [
    {
      path: paths.setUp,
      access: "public",
      title: "setUp.title",
      load: () =>
        import("./SetUpPage.tsx").then(({ SetUpPage, loadSetUp }) => ({ Component: SetUpPage, loader: loadSetUp })),
    },
  ],
};
