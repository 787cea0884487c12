import type { ColumnType, Generated } from "kysely";
import type { Exact, NullableTime, Time } from "./column-types.ts";

export type RevisionChange = "EDITED" | "DELETED" | "RESTORED";

/** The tables of the ledger and of what hangs on its manual entries. */
export interface TimelineTables {
  timeline_entry: {
    id: Generated<string>;
    client_id: string;
    kind: string;
    automatic: boolean;
    actor_id: string | null;
    cause: string | null;
    occurred_at: Time;
    title: string | null;
    description: string | null;
    stage: string | null;
    tag_ids: Generated<string[]>;
    custom_kind_id: string | null;
    contact_id: string | null;
    file_ids: Generated<string[]>;
    data: ColumnType<object | null, string | null | undefined, string | null>;
    edited_at: NullableTime;
    deleted_at: NullableTime;
    version: Generated<number>;
    xid: Generated<Exact>;
  };
  timeline_revision: {
    id: Generated<string>;
    entry_id: string;
    change: RevisionChange;
    actor_id: string | null;
    cause: string | null;
    changed_at: Time;
    kind: string;
    custom_kind_id: string | null;
    title: string | null;
    description: string | null;
    stage: string | null;
    tags: string[];
    contact: string | null;
    file_ids: string[];
    occurred_at: Time;
    xid: Generated<Exact>;
  };
  timeline_mention: { entry_id: string; user_id: string; created_at: Time };
  activity_kind: {
    id: Generated<string>;
    label: string;
    icon: string;
    color: string;
    archived_at: NullableTime;
    created_at: Time;
  };
  client_file: {
    id: Generated<string>;
    client_id: string;
    entry_id: string | null;
    name: string;
    mime: string;
    size: number;
    sha256: Buffer;
    storage_key: string | null;
    preview_key: string | null;
    uploaded_by_id: string | null;
    created_at: Time;
    kept_at: NullableTime;
    deleted_at: NullableTime;
  };
  file_object: {
    id: Generated<string>;
    sha256: Buffer;
    mime: string;
    size: number;
    bytes: Buffer;
    created_at: Time;
  };
}
