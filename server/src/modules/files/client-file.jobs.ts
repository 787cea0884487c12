import type { Core } from "../../context.ts";
import { type Job, noPayload } from "../../core/jobs.ts";

const BATCH = 100;
const NONE_BEFORE = "00000000-0000-0000-0000-000000000000";

/**
 * Takes away bytes that nobody needs: uploads that no activity took within a day, and files deleted a month ago. Their
 * names stay for the history.
 */
export const tidyFiles: Job<Core, object> = {
  name: "files.tidy",
  payload: noPayload,
  async run({ db, storage, log }, _payload, { signal }) {
    let after = NONE_BEFORE;
    while (!signal.aborted) {
      const files = await db
        .selectFrom("client_file")
        .select(["id", "storage_key", "preview_key", "kept_at"])
        .where("storage_key", "is not", null)
        .where(({ or, and, eb }) =>
          or([and([eb("kept_at", "is", null), eb("created_at", "<", daysAgo(1))]), eb("deleted_at", "<", daysAgo(30))]),
        )
        .where("id", ">", after)
        .orderBy("id")
        .limit(BATCH)
        .execute();
      if (files.length === 0) return;
      for (const { id, storage_key, preview_key, kept_at } of files) {
        after = id;
        try {
          // Bytes first: a row without them is done again, bytes without a row would stay for ever.
          for (const key of [storage_key, preview_key]) if (key) await storage.remove(key);
        } catch (err) {
          // Tried again the next night, and no reason to keep the others.
          log.warn({ err, id }, "a file was not taken away");
          continue;
        }
        if (kept_at === null) await db.deleteFrom("client_file").where("id", "=", id).execute();
        else {
          const emptied = { storage_key: null, preview_key: null };
          await db.updateTable("client_file").set(emptied).where("id", "=", id).execute();
        }
      }
    }
  },
};

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
