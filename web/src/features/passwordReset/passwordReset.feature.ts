import { paths } from "@clientela/shared/paths";
import type { Feature } from "../../feature.ts";

export const passwordReset: Feature = {
  pages: [
    {
      path: paths.forgotPassword,
      access: "public",
      title: "passwordReset.requestTitle",
      load: () =>
        import("./ForgotPasswordPage.tsx").then(({ ForgotPasswordPage, loadForgotPassword }) => ({
          Component: ForgotPasswordPage,
          loader: loadForgotPassword,
        })),
    },
    {
      path: paths.passwordReset,
      access: "public",
      title: "passwordReset.title",
      load: () =>
        import("./ResetPasswordPage.tsx").then(({ ResetPasswordPage, loadPasswordReset }) => ({
          Component: ResetPasswordPage,
          loader: loadPasswordReset,
        })),
    },
  ],
};
