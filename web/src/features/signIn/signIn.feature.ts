import { paths } from "@clientela/shared/paths";
import type { Feature } from "../../feature.ts";

export const signIn: Feature = {
  pages: [
    {
      path: paths.signIn,
      access: "public",
      title: "signIn.title",
      load: () =>
        import("./SignInPage.tsx").then(({ SignInPage, loadSignIn }) => ({
          Component: SignInPage,
          loader: loadSignIn,
        })),
    },
  ],
};
