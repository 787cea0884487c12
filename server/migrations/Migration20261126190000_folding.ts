import { Migration } from "@mikro-orm/migrations";
import { cleanTexts } from "./clean-texts.ts";
import { fold } from "./folding.sql.ts";
import { dropNameKeys, foldedAnew, sameNames, search } from "./search.sql.ts";

/** One folding in the database and outside it; names, addresses and numbers from before as they are stored now. */
export class Migration20261126190000_folding extends Migration {
  override async up(): Promise<void> {
    for (const sql of ["select set_config('app.cause', 'bulk', true)", dropNameKeys, fold, search])
      await this.execute(sql);
    await cleanTexts((sql, params) => this.execute(sql, params));
    await this.execute(sameNames);
    await this.execute(foldedAnew);
  }
}
