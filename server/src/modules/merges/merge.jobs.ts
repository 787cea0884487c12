import { UNDO_DAYS } from "@clientela/shared/merges/rules";
import { sql } from "kysely";
import type { Core } from "../../context.ts";
import { type Job, noPayload } from "../../core/jobs.ts";

/** Forgets the way back from merges that can no longer be undone. The ids of merged clients answer for good. */
export const tidyMerges: Job<Core, object> = {
  name: "merges.tidy",
  payload: noPayload,
  async run({ db }) {
    await sql`delete from client_merge_part part using client_merge merge where merge.id = part.merge_id
      and (merge.created_at < now() - make_interval(days => ${UNDO_DAYS}) or merge.undone_at < now() - interval '1 day')`.execute(
      db,
    );
    // The survivor's former picture was kept for the way back.
    await sql`delete from file_object file using client_merge merge
      where merge.created_at between now() - make_interval(days => ${UNDO_DAYS + 7}) and now() - make_interval(days => ${UNDO_DAYS})
        and file.id = (merge.changes #>> '{avatar_id,0}')::uuid and not exists (select from client where avatar_id = file.id)`.execute(
      db,
    );
  },
};
