import { paths } from "@clientela/shared/paths";
import type { Feature } from "../../feature.ts";

export const people: Feature = {
  pages: [
    {
      path: paths.invitation,
      access: "public",
      title: "invitation.title",
      load: () =>
        import("./InvitationPage.tsx").then(({ InvitationPage, loadInvitation }) => ({
          Component: InvitationPage,
          loader: loadInvitation,
        })),
    },
    {
      path: paths.team,
      access: "signedIn",
      permission: "people.read",
      title: "nav.team",
      parent: { title: "nav.settings", path: paths.settings },
      load: () => import("./TeamPage.tsx").then(({ TeamPage }) => ({ Component: TeamPage })),
    },
  ],
  nav: [{ area: "settings", path: paths.team, title: "nav.team", icon: "team", permission: "people.read" }],
};
