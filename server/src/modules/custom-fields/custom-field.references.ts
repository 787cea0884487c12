import type { CustomFieldDefinition } from "@clientela/shared/custom-fields/rules";
import type { Pool } from "pg";
import { ReferenceTable } from "../../core/read/references.ts";

/** A custom field as kept in memory; the fields are those that GraphQL shows. */
export interface CustomFieldRow extends CustomFieldDefinition {
  id: string;
  label: string;
  options: string[];
  searchable: boolean;
  /** Whether it ever held contact data. */
  contact: boolean;
  position: number;
  version: number;
  deleted: boolean;
}

/** All custom fields, the deleted ones too: old entries of timelines still name them. */
export class CustomFields extends ReferenceTable<CustomFieldRow> {
  constructor(pool: Pool) {
    super(
      pool,
      `select id, key, label, type, options, required, searchable, contact, position, version, deleted_at is not null as deleted
      from custom_field order by position, id`,
    );
  }

  /** Those in use, in their order. */
  active(): CustomFieldRow[] {
    return this.list().filter(({ deleted }) => !deleted);
  }

  /** Also a deleted one. */
  byKey(key: string): CustomFieldRow | undefined {
    return this.list().find((field) => field.key === key);
  }
}
