import { Migration20261121000000_ground } from "./Migration20261121000000_ground.ts";
import { Migration20261121120000_custom_fields } from "./Migration20261121120000_custom_fields.ts";
import { Migration20261121121000_lists } from "./Migration20261121121000_lists.ts";
import { Migration20261121122000_contacts } from "./Migration20261121122000_contacts.ts";
import { Migration20261121123000_bulk } from "./Migration20261121123000_bulk.ts";
import { Migration20261121151000_mail } from "./Migration20261121151000_mail.ts";

/** Every migration in its order; a released one is never edited. */
export const migrations = [
  Migration20261121000000_ground,
  Migration20261121120000_custom_fields,
  Migration20261121121000_lists,
  Migration20261121122000_contacts,
  Migration20261121123000_bulk,
  Migration20261121151000_mail,
];
