import type { CustomFieldDefinition } from "@clientela/shared/custom-fields/types";
import type { Pool } from "pg";
import { ReferenceTable, reference } from "../../core/read/references.ts";
import type { Naming } from "./option.values.ts";

/** A custom field as kept in memory; the fields are those that GraphQL shows. */
export interface CustomFieldRow extends CustomFieldDefinition, Naming {
  id: string;
  label: string;
  options: string[];
  searchable: boolean;
  /** Whether it ever held contact data. */
  contact: boolean;
  position: number;
  version: number;
  deleted: boolean;
  deletedAt: string | null;
  deletedById: string | null;
  purged: boolean;
  work: { done: number; total: number } | null;
}

/** All custom fields, the deleted ones too: old entries of timelines still name them. */
class CustomFields extends ReferenceTable<CustomFieldRow> {
  private kept: { of: ReadonlyMap<string, CustomFieldRow>; active: readonly CustomFieldRow[] } = {
    of: new Map(),
    active: [],
  };

  constructor(pool: Pool) {
    super(
      pool,
      `select id, key, label, type, options, required, searchable, contact, stored, written, position, version,
        deleted_at is not null as deleted, to_json(deleted_at) #>> '{}' as "deletedAt", deleted_by as "deletedById",
        purged_at is not null as purged,
        case when work_total is not null then json_build_object('done', work_done, 'total', work_total) end as work
      from custom_field order by position, id`,
    );
  }

  /** The fields in use, in their order; the same list until a field is changed. */
  active(): readonly CustomFieldRow[] {
    if (this.kept.of !== this.rows)
      this.kept = { of: this.rows, active: this.list().filter(({ deleted }) => !deleted) };
    return this.kept.active;
  }

  /** Deleted fields that can be brought back, and fields whose values are being purged now. */
  leaving(): CustomFieldRow[] {
    return this.list().filter(({ deleted, purged, work }) => deleted && (!purged || work !== null));
  }

  /** Also a deleted one. */
  byKey(key: string): CustomFieldRow | undefined {
    return this.list().find((field) => field.key === key);
  }
}

export const customFieldsOf = reference("fields", (pool) => new CustomFields(pool));
