import type { Pool } from "pg";
import type { Context, Core } from "../context.ts";
import { viewerOf } from "../context.ts";
import type { Job, Recurring } from "../core/jobs.ts";
import type { ReferenceTopic } from "../core/live.ts";
import { AccessResolver } from "./access/access.resolver.ts";
import { tidyBrowsers } from "./access/known-browser.ts";
import { activityKindReferences } from "./activity-kinds/activity-kind.references.ts";
import { ActivityKindResolver } from "./activity-kinds/activity-kind.resolver.ts";
import { ApiKey } from "./api-keys/api-key.entity.ts";
import { ApiKeyResolver } from "./api-keys/api-key.resolver.ts";
import { Appointment } from "./appointments/appointment.entity.ts";
import { appointmentProjection } from "./appointments/appointment.projection.ts";
import { remindOfAppointments } from "./appointments/appointment.reminders.ts";
import { AppointmentResolver } from "./appointments/appointment.resolver.ts";
import { CalendarResolver } from "./appointments/calendar.resolver.ts";
import { AudienceResolver } from "./audience/audience.resolver.ts";
import { endAbandonedBulk, tidyBulk } from "./bulk/bulk.jobs.ts";
import { BulkResolver } from "./bulk/bulk.resolver.ts";
import { Client } from "./clients/client.entity.ts";
import { clientProjection, sourceProjection, taxProfileProjection } from "./clients/client.projection.ts";
import { ClientResolver } from "./clients/client.resolver.ts";
import { ClientStateResolver } from "./clients/client-state.resolver.ts";
import { foldTallies } from "./clients/client-tally.ts";
import { FacetResolver } from "./clients/facet.resolver.ts";
import { Contact } from "./contacts/contact.entity.ts";
import { contactProjection } from "./contacts/contact.projection.ts";
import { ContactResolver } from "./contacts/contact.resolver.ts";
import { CustomFields } from "./custom-fields/custom-field.references.ts";
import { CustomFieldResolver } from "./custom-fields/custom-field.resolver.ts";
import { customFieldWork } from "./custom-fields/custom-field.work.ts";
import { tidyOptionChanges } from "./custom-fields/option.service.ts";
import { DashboardResolver } from "./dashboard/dashboard.resolver.ts";
import { DuplicateResolver } from "./duplicates/duplicate.resolver.ts";
import { tidyFiles } from "./files/client-file.jobs.ts";
import { clientFileProjection } from "./files/client-file.projection.ts";
import { ClientFileResolver } from "./files/client-file.resolver.ts";
import { HistoryResolver } from "./history/history.resolver.ts";
import { ClientList } from "./lists/list.entity.ts";
import { listLoaders } from "./lists/list.loaders.ts";
import { listReferences } from "./lists/list.references.ts";
import { ClientListResolver } from "./lists/list.resolver.ts";
import { sendMail, tidyMail } from "./mail/mail.jobs.ts";
import { MailResolver } from "./mail/mail.resolver.ts";
import { messageProjection } from "./mail/message.projection.ts";
import { notificationProjection } from "./notifications/notification.projection.ts";
import { NotificationResolver } from "./notifications/notification.resolver.ts";
import { tidyNotifications } from "./notifications/notification.service.ts";
import { AccountResolver } from "./people/account.resolver.ts";
import { PasswordResetResolver } from "./people/password-reset.resolver.ts";
import { mailPasswordReset } from "./people/password-reset.service.ts";
import { peopleReferences } from "./people/people.references.ts";
import { TeamResolver, UserResolver } from "./people/people.resolver.ts";
import { Team } from "./people/team.entity.ts";
import { User } from "./people/user.entity.ts";
import { RevealResolver } from "./reveal/reveal.resolver.ts";
import { SavedFilterResolver } from "./saved-filters/saved-filter.resolver.ts";
import { SetUpResolver } from "./set-up/set-up.resolver.ts";
import { SettingsCache } from "./settings/settings.cache.ts";
import { Settings } from "./settings/settings.entity.ts";
import { SettingsResolver } from "./settings/settings.resolver.ts";
import { Tag } from "./tags/tag.entity.ts";
import { tagLoaders } from "./tags/tag.loaders.ts";
import { tagReferences } from "./tags/tag.references.ts";
import { TagResolver } from "./tags/tag.resolver.ts";
import { Task } from "./tasks/task.entity.ts";
import { taskProjection } from "./tasks/task.projection.ts";
import { remindOfTasks } from "./tasks/task.reminders.ts";
import { TaskResolver } from "./tasks/task.resolver.ts";
import { revisionProjection } from "./timeline/revision.projection.ts";
import { changeProjection, timelineProjection } from "./timeline/timeline.projection.ts";
import { TimelineResolver } from "./timeline/timeline.resolver.ts";
import {
  AppointmentEntry,
  ClientEditedEntry,
  ClientLifecycleEntry,
  ContactDataRevealedEntry,
  ContactEntry,
  FileEntry,
  ManualEntry,
  NewsletterChangedEntry,
  StatusChangedEntry,
  TaskEntry,
} from "./timeline/timeline.types.ts";
import { TimelineEntryRecord } from "./timeline/timeline-entry.entity.ts";

/** What the modules bring, by name: no globs, no magic. */
export const entities = [
  User,
  Team,
  Settings,
  ApiKey,
  Tag,
  Client,
  ClientList,
  Contact,
  Task,
  Appointment,
  TimelineEntryRecord,
];

export const resolvers = [
  AccessResolver,
  SetUpResolver,
  AccountResolver,
  UserResolver,
  TeamResolver,
  SettingsResolver,
  ApiKeyResolver,
  TagResolver,
  ClientResolver,
  CustomFieldResolver,
  TimelineResolver,
  ClientFileResolver,
  ActivityKindResolver,
  ClientListResolver,
  ClientStateResolver,
  FacetResolver,
  ContactResolver,
  RevealResolver,
  AudienceResolver,
  DuplicateResolver,
  BulkResolver,
  SavedFilterResolver,
  MailResolver,
  NotificationResolver,
  PasswordResetResolver,
  DashboardResolver,
  HistoryResolver,
  TaskResolver,
  AppointmentResolver,
  CalendarResolver,
] as const;

/** Object types that no field names, only an interface. */
export const orphanedTypes = [
  ManualEntry,
  ClientLifecycleEntry,
  ClientEditedEntry,
  StatusChangedEntry,
  NewsletterChangedEntry,
  ContactEntry,
  FileEntry,
  ContactDataRevealedEntry,
  TaskEntry,
  AppointmentEntry,
];

export const projections = {
  Client: clientProjection,
  TaxProfile: taxProfileProjection,
  Source: sourceProjection,
  TimelineEntry: timelineProjection,
  TimelineEntryChange: changeProjection,
  TimelineRevision: revisionProjection,
  ClientFile: clientFileProjection,
  Contact: contactProjection,
  Message: messageProjection,
  Notification: notificationProjection,
  Task: taskProjection,
  Appointment: appointmentProjection,
};

/** Work outside of requests. */
export const jobs: readonly Job<Core, object>[] = [
  sendMail,
  tidyMail,
  mailPasswordReset,
  tidyNotifications,
  foldTallies,
  customFieldWork,
  tidyFiles,
  remindOfTasks,
  remindOfAppointments,
  endAbandonedBulk,
  tidyBulk,
  tidyOptionChanges,
  tidyBrowsers,
];
export const recurringJobs: readonly Recurring<Core>[] = [
  { job: tidyMail, at: "17 3 * * *" },
  { job: tidyNotifications, at: "27 3 * * *" },
  { job: tidyFiles, at: "37 3 * * *" },
  { job: tidyBulk, at: "47 3 * * *" },
  { job: tidyOptionChanges, at: "52 3 * * *" },
  { job: tidyBrowsers, at: "57 3 * * *" },
  { job: endAbandonedBulk, at: "* * * * *" },
  { job: foldTallies, at: "*/5 * * * *" },
  { job: remindOfTasks, at: "* * * * *" },
  { job: remindOfAppointments, at: "* * * * *" },
];

/** Small tables kept in memory. */
export const createReferences = (pool: Pool) => ({
  ...peopleReferences(pool),
  ...tagReferences(pool),
  ...listReferences(pool),
  ...activityKindReferences(pool),
  customFields: new CustomFields(pool),
  settings: new SettingsCache(pool),
});
export type References = ReturnType<typeof createReferences>;

/** Which of them to read again when the ledger tells of a change. */
export const referencesOfTopic: Record<ReferenceTopic, (keyof References)[]> = {
  people: ["users", "teams"],
  tags: ["tags"],
  lists: ["lists"],
  fields: ["customFields"],
  kinds: ["activityKinds"],
  settings: ["settings"],
  access: [],
};

export const createLoaders = (context: Pick<Context, "core" | "viewer">) => ({
  ...tagLoaders(context.core.db, () => viewerOf(context)),
  ...listLoaders(context.core.db, () => viewerOf(context)),
});
export type Loaders = ReturnType<typeof createLoaders>;
