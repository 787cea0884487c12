import { Migration20261121000000_ground } from "./Migration20261121000000_ground.ts";
import { Migration20261121120000_custom_fields } from "./Migration20261121120000_custom_fields.ts";
import { Migration20261121121000_lists } from "./Migration20261121121000_lists.ts";
import { Migration20261121122000_contacts } from "./Migration20261121122000_contacts.ts";
import { Migration20261121123000_bulk } from "./Migration20261121123000_bulk.ts";
import { Migration20261121140000_preferences } from "./Migration20261121140000_preferences.ts";
import { Migration20261121141000_record } from "./Migration20261121141000_record.ts";
import { Migration20261121142000_engine } from "./Migration20261121142000_engine.ts";
import { Migration20261121142100_options } from "./Migration20261121142100_options.ts";
import { Migration20261121150000_story } from "./Migration20261121150000_story.ts";
import { Migration20261121150100_purged_files } from "./Migration20261121150100_purged_files.ts";
import { Migration20261121151000_mail } from "./Migration20261121151000_mail.ts";
import { Migration20261121152000_notifications } from "./Migration20261121152000_notifications.ts";
import { Migration20261121153000_tasks } from "./Migration20261121153000_tasks.ts";
import { Migration20261121154000_appointments } from "./Migration20261121154000_appointments.ts";
import { Migration20261121155000_tallies } from "./Migration20261121155000_tallies.ts";
import { Migration20261121156000_purge } from "./Migration20261121156000_purge.ts";
import { Migration20261121157000_entry_contacts } from "./Migration20261121157000_entry_contacts.ts";
import { Migration20261126180000_causes } from "./Migration20261126180000_causes.ts";
import { Migration20261126180100_reminder_failures } from "./Migration20261126180100_reminder_failures.ts";
import { Migration20261126180200_notification_about } from "./Migration20261126180200_notification_about.ts";
import { Migration20261126180300_entry_version } from "./Migration20261126180300_entry_version.ts";
import { Migration20261126181000_newsletter_reasons } from "./Migration20261126181000_newsletter_reasons.ts";
import { Migration20261126182000_doors } from "./Migration20261126182000_doors.ts";
import { Migration20261126182100_moments } from "./Migration20261126182100_moments.ts";
import { Migration20261126183000_bulk_ends } from "./Migration20261126183000_bulk_ends.ts";
import { Migration20261126184500_known_browsers } from "./Migration20261126184500_known_browsers.ts";
import { Migration20261126184500_phone_instead_of_email } from "./Migration20261126184500_phone_instead_of_email.ts";
import { Migration20261126190000_folding } from "./Migration20261126190000_folding.ts";
import { Migration20261126190100_contact_person } from "./Migration20261126190100_contact_person.ts";
import { Migration20261126195000_known_browsers_end } from "./Migration20261126195000_known_browsers_end.ts";
import { Migration20261126211500_operations } from "./Migration20261126211500_operations.ts";
import { Migration20261127011000_search_by_quarter } from "./Migration20261127011000_search_by_quarter.ts";
import { Migration20261127013000_task_search } from "./Migration20261127013000_task_search.ts";
import { Migration20261127015000_merges } from "./Migration20261127015000_merges.ts";

/** Every migration in its order; a released one is never edited. */
export const migrations = [
  Migration20261121000000_ground,
  Migration20261121120000_custom_fields,
  Migration20261121121000_lists,
  Migration20261121122000_contacts,
  Migration20261121123000_bulk,
  Migration20261121140000_preferences,
  Migration20261121141000_record,
  Migration20261121142000_engine,
  Migration20261121142100_options,
  Migration20261121150000_story,
  Migration20261121150100_purged_files,
  Migration20261121151000_mail,
  Migration20261121152000_notifications,
  Migration20261121153000_tasks,
  Migration20261121154000_appointments,
  Migration20261121155000_tallies,
  Migration20261121156000_purge,
  Migration20261121157000_entry_contacts,
  Migration20261126180000_causes,
  Migration20261126180100_reminder_failures,
  Migration20261126180200_notification_about,
  Migration20261126180300_entry_version,
  Migration20261126181000_newsletter_reasons,
  Migration20261126182000_doors,
  Migration20261126182100_moments,
  Migration20261126183000_bulk_ends,
  Migration20261126184500_phone_instead_of_email,
  Migration20261126190000_folding,
  Migration20261126184500_known_browsers,
  Migration20261126190100_contact_person,
  Migration20261126195000_known_browsers_end,
  Migration20261126211500_operations,
  Migration20261127011000_search_by_quarter,
  Migration20261127013000_task_search,
  Migration20261127015000_merges,
];
