import { Migration } from "@mikro-orm/migrations";
import { story } from "./story.sql.ts";

/** What manual entries said before, files of clients, mentions, and kinds of activities of the business's own. */
export class Migration20261121150000_story extends Migration {
  override up(): void {
    this.addSql(story);
  }
}
