import { paths } from "@clientela/shared/paths";
import type { Permission } from "@clientela/shared/permissions";
import type { TextName } from "@clientela/shared/textNames";
import type { ComponentType } from "react";
import type { LoaderFunction } from "react-router";

/**
 * One page of the admin. This table is what the router is made of, and what the accessibility test and `pnpm screens`
 * walk: a page that is in it is tested and photographed.
 */
export interface Page {
  path: string;
  /** Who gets in: anyone, or whoever is signed in (and holds the permission, where one is named). */
  access: "public" | "signedIn";
  permission?: Permission;
  /** The key of its title, shown in the bar and in the browser's tab. */
  title: TextName;
  /** The page it hangs under, as a link before the title. */
  parent?: { title: TextName; path: string };
  /** Set where the page brings its own first heading, as a record does with its name. */
  ownHeading?: true;
  load(): Promise<{ Component: ComponentType; loader?: LoaderFunction }>;
}

/** Fetches what shows of a record before the rest of its code is there. */
export const loadRecordHead = () => import("./features/clients/record/ClientPage.tsx");

const settings = { title: "nav.settings", path: paths.settings } as const;

export const pages: Page[] = [
  {
    path: paths.signIn,
    access: "public",
    title: "signIn.title",
    load: () =>
      import("./features/signIn/SignInPage.tsx").then(({ SignInPage, loadSignIn }) => ({
        Component: SignInPage,
        loader: loadSignIn,
      })),
  },
  {
    path: paths.setUp,
    access: "public",
    title: "setUp.title",
    load: () =>
      import("./features/setUp/SetUpPage.tsx").then(({ SetUpPage, loadSetUp }) => ({
        Component: SetUpPage,
        loader: loadSetUp,
      })),
  },
  {
    path: paths.invitation,
    access: "public",
    title: "invitation.title",
    load: () =>
      import("./features/people/InvitationPage.tsx").then(({ InvitationPage, loadInvitation }) => ({
        Component: InvitationPage,
        loader: loadInvitation,
      })),
  },
  {
    path: paths.home,
    access: "signedIn",
    title: "nav.home",
    load: () =>
      import("./features/dashboard/DashboardPage.tsx").then(({ DashboardPage }) => ({ Component: DashboardPage })),
  },
  {
    path: paths.forgotPassword,
    access: "public",
    title: "passwordReset.requestTitle",
    load: () =>
      import("./features/passwordReset/ForgotPasswordPage.tsx").then(({ ForgotPasswordPage, loadForgotPassword }) => ({
        Component: ForgotPasswordPage,
        loader: loadForgotPassword,
      })),
  },
  {
    path: paths.passwordReset,
    access: "public",
    title: "passwordReset.title",
    load: () =>
      import("./features/passwordReset/ResetPasswordPage.tsx").then(({ ResetPasswordPage, loadPasswordReset }) => ({
        Component: ResetPasswordPage,
        loader: loadPasswordReset,
      })),
  },
  {
    path: paths.clients,
    access: "signedIn",
    title: "nav.clients",
    load: () =>
      import("./features/clients/list/ClientListPage.tsx").then(({ ClientListPage }) => ({
        Component: ClientListPage,
      })),
  },
  {
    path: paths.client,
    access: "signedIn",
    title: "nav.client",
    parent: { title: "nav.clients", path: paths.clients },
    ownHeading: true,
    load: () =>
      loadRecordHead().then(({ clientPageWith }) => ({
        Component: clientPageWith(() => import("./recordParts.ts").then(({ recordParts }) => recordParts)),
      })),
  },
  {
    path: paths.tasks,
    access: "signedIn",
    title: "nav.tasks",
    load: () =>
      Promise.all([
        import("./features/tasks/TasksPage.tsx"),
        import("./features/appointments/DayAppointments.tsx"),
        import("./features/appointments/AppointmentWeek.tsx"),
      ]).then(([{ tasksPageWith }, { DayAppointments }, { AppointmentWeek, WeekSwitch }]) => ({
        Component: tasksPageWith({ Appointments: DayAppointments, Week: AppointmentWeek, Switch: WeekSwitch }),
      })),
  },
  {
    path: paths.contacts,
    access: "signedIn",
    title: "nav.contacts",
    load: () =>
      import("./features/contacts/ContactsPage.tsx").then(({ ContactsPage }) => ({ Component: ContactsPage })),
  },
  {
    path: paths.settings,
    access: "signedIn",
    title: "nav.settings",
    load: () =>
      import("./features/settings/SettingsPage.tsx").then(({ SettingsPage }) => ({ Component: SettingsPage })),
  },
  {
    path: paths.team,
    access: "signedIn",
    permission: "people.read",
    title: "nav.team",
    parent: settings,
    load: () => import("./features/people/TeamPage.tsx").then(({ TeamPage }) => ({ Component: TeamPage })),
  },
  {
    path: paths.fields,
    access: "signedIn",
    permission: "customFields.manage",
    title: "nav.fields",
    parent: settings,
    load: () =>
      import("./features/customFields/CustomFieldsPage.tsx").then(({ CustomFieldsPage }) => ({
        Component: CustomFieldsPage,
      })),
  },
  {
    path: paths.lists,
    access: "signedIn",
    permission: "lists.write",
    title: "nav.lists",
    parent: settings,
    load: () => import("./features/lists/ListsPage.tsx").then(({ ListsPage }) => ({ Component: ListsPage })),
  },
  {
    path: paths.tags,
    access: "signedIn",
    permission: "tags.write",
    title: "nav.tags",
    parent: settings,
    load: () => import("./features/tags/TagsPage.tsx").then(({ TagsPage }) => ({ Component: TagsPage })),
  },
  {
    path: paths.activityKinds,
    access: "signedIn",
    permission: "settings.manage",
    title: "nav.activityKinds",
    parent: settings,
    load: () =>
      import("./features/activityKinds/ActivityKindsPage.tsx").then(({ ActivityKindsPage }) => ({
        Component: ActivityKindsPage,
      })),
  },
  {
    path: paths.apiKeys,
    access: "signedIn",
    permission: "apiKeys.manage",
    title: "nav.apiKeys",
    parent: settings,
    load: () => import("./features/keys/ApiKeysPage.tsx").then(({ ApiKeysPage }) => ({ Component: ApiKeysPage })),
  },
  {
    path: paths.outbox,
    access: "signedIn",
    permission: "mail.manage",
    title: "nav.outbox",
    parent: settings,
    load: () => import("./features/outbox/OutboxPage.tsx").then(({ OutboxPage }) => ({ Component: OutboxPage })),
  },
  {
    path: paths.account,
    access: "signedIn",
    title: "nav.account",
    parent: settings,
    load: () => import("./features/account/AccountPage.tsx").then(({ AccountPage }) => ({ Component: AccountPage })),
  },
  {
    path: "/*",
    access: "signedIn",
    title: "notFound.title",
    load: () => import("./frame/NotFoundPage.tsx").then(({ NotFoundPage }) => ({ Component: NotFoundPage })),
  },
];
