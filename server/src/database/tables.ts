import type { ClientStatus } from "@clientela/shared/clients/words";
import type { CustomFieldType, CustomValue } from "@clientela/shared/custom-fields/types";
import type { NewsletterState } from "@clientela/shared/lists/words";
import type { Role } from "@clientela/shared/permissions";
import type { TaskPriority } from "@clientela/shared/tasks/rules";
import type { ColumnType, Generated, GeneratedAlways } from "kysely";
import type { Exact, Json, NullableTime, Time } from "./column-types.ts";
import type { MailTables } from "./tables.mail.ts";
import type { TimelineTables } from "./tables.timeline.ts";

export type { Exact } from "./column-types.ts";

export type BulkStatus = "RUNNING" | "STOPPING" | "STOPPED" | "DONE" | "FAILED" | "INTERRUPTED" | "UNDONE";

/** A saved filter that named an option, before and after the option was changed. */
interface ChangedFilter {
  id: string;
  before: object;
  after: object;
}

/** An address as stored in `client.addresses`. */
export interface StoredAddress {
  type: "MAIN" | "BILLING" | "SHIPPING";
  line1?: string | null;
  line2?: string | null;
  city?: string | null;
  region?: string | null;
  postalCode?: string | null;
  country?: string | null;
}

/** The tables as Kysely sees them. A test holds this list against the migrated database. */
export interface Database extends MailTables, TimelineTables {
  app_user: {
    id: Generated<string>;
    name: string;
    email: string;
    role: Role;
    active: Generated<boolean>;
    password_hash: string | null;
    locale: string | null;
    invitation_hash: Buffer | null;
    invitation_expires_at: NullableTime;
    client_list: unknown;
    created_at: Time;
  };
  team: { id: Generated<string>; name: string; created_at: Time };
  team_member: { team_id: string; user_id: string };
  session: {
    id: Generated<string>;
    token_hash: Buffer;
    user_id: string;
    ip: string | null;
    user_agent: string | null;
    created_at: Time;
    last_seen_at: Time;
    expires_at: Time;
  };
  known_browser: { token_hash: Buffer; user_id: string; used_at: Time };
  api_key: {
    id: Generated<string>;
    name: string;
    role: Role;
    secret_hash: Buffer;
    prefix: string;
    created_by_id: string;
    created_at: Time;
    expires_at: NullableTime;
    last_used_at: NullableTime;
  };
  settings: {
    id: Generated<boolean>;
    business_name: string;
    locale: string;
    time_zone: string;
    currency: string;
    allow_duplicates: Generated<boolean>;
    require_email: Generated<boolean>;
    phone_instead_of_email: Generated<boolean>;
    promote_on_first_payment: Generated<boolean>;
    restrict_agents_to_teams: Generated<boolean>;
    hide_contact_data_from_agents: Generated<boolean>;
    agents_may_export: Generated<boolean>;
    agents_may_reveal_contact_data: Generated<boolean>;
    country: string | null;
  };
  set_up: { id: Generated<boolean>; token_hash: Buffer };
  rate_limit: { key: string; points: Generated<number>; expire: Exact | null };
  tag: { id: Generated<string>; name: string; color: string; created_at: Time };
  client: {
    id: Generated<string>;
    kind: Generated<"COMPANY" | "PERSON">;
    name: string;
    contact_person: string | null;
    first_name: string | null;
    last_name: string | null;
    birth_date: string | null;
    gender: string | null;
    language: string | null;
    email: string | null;
    phone: string | null;
    mobile: string | null;
    whatsapp: string | null;
    website: string | null;
    status: Generated<ClientStatus>;
    tax_legal_name: string | null;
    tax_country: string | null;
    tax_id_type: string | null;
    tax_id: string | null;
    tax_check_digit: string | null;
    tax_ruc_type: string | null;
    tax_fiscal_code: string | null;
    addresses: Json<StoredAddress[]>;
    owner_id: string | null;
    team_id: string | null;
    source_channel: Generated<string>;
    source_campaign: string | null;
    source_utm: ColumnType<object | null, string | null | undefined, string | null>;
    source_device: string | null;
    source_referrer: string | null;
    email_shared: Generated<boolean>;
    last_interaction_at: NullableTime;
    created_at: Time;
    updated_at: Time;
    version: Generated<number>;
    deleted_at: NullableTime;
    newsletter_status: Generated<"NEVER" | NewsletterState>;
    status_before_inactive: ClientStatus | null;
    avatar_id: string | null;
    main_country: GeneratedAlways<string | null>;
    main_region: GeneratedAlways<string | null>;
    main_city: GeneratedAlways<string | null>;
    main_region_key: GeneratedAlways<string | null>;
    main_city_key: GeneratedAlways<string | null>;
    main_postal_code_key: GeneratedAlways<string | null>;
    contact_words: Generated<string>;
    contact_words_hidden: Generated<string>;
    custom: ColumnType<Record<string, CustomValue>, string | undefined, string>;
    custom_search: Generated<string>;
    custom_search_contact: Generated<string>;
    search_public: Generated<string>;
    search: Generated<string>;
  };
  client_tag: { client_id: string; tag_id: string };
  client_list: { id: Generated<string>; name: string; newsletter: Generated<boolean>; created_at: Time };
  client_list_member: { client_id: string; list_id: string; state: Generated<NewsletterState>; since: Time };
  contact: {
    id: Generated<string>;
    client_id: string;
    name: string;
    email: string | null;
    phone: string | null;
    position: string | null;
    is_primary: Generated<boolean>;
    active: Generated<boolean>;
    portal_permissions: Generated<string[]>;
    created_at: Time;
    updated_at: Time;
    version: Generated<number>;
  };
  custom_field: {
    id: Generated<string>;
    key: string;
    label: string;
    type: CustomFieldType;
    options: Generated<string[]>;
    required: Generated<boolean>;
    searchable: Generated<boolean>;
    contact: Generated<boolean>;
    /** Names of values that are not called what they are; null where the option was taken away. */
    stored: ColumnType<Record<string, string | null>, string | undefined, string>;
    written: ColumnType<Record<string, string>, string | undefined, string>;
    work_done: number | null;
    work_total: number | null;
    purged_at: NullableTime;
    position: number;
    version: Generated<number>;
    created_at: Time;
    deleted_at: NullableTime;
    deleted_by: string | null;
  };
  option_change: {
    id: Generated<string>;
    field_id: string;
    version: number;
    option: string;
    affected: number;
    options_before: string[];
    stored_before: ColumnType<Record<string, string | null>, string, never>;
    written_before: ColumnType<Record<string, string>, string, never>;
    saved_filters: ColumnType<ChangedFilter[], string, never>;
    created_at: Time;
    undone_at: NullableTime;
  };
  custom_range: { client_id: string; key: string; value: Exact };
  bulk_operation: {
    id: Generated<string>;
    kind: string;
    actor_id: string | null;
    status: Generated<BulkStatus>;
    matched: Generated<number>;
    done: Generated<number>;
    changed: Generated<number>;
    created_at: Time;
    moved_at: Time;
    finished_at: NullableTime;
  };
  bulk_target: {
    operation_id: string;
    client_id: string;
    outcome: string | null;
    before: ColumnType<object | null, string | null | undefined, string | null>;
    version: number | null;
  };
  saved_filter: {
    id: Generated<string>;
    name: string;
    filter: Json<object>;
    owner_id: string;
    shared: Generated<boolean>;
    created_at: Time;
  };
  /** Rows add up: see the migration that makes it. */
  client_tally: {
    team_id: string | null;
    owner_id: string | null;
    status: ClientStatus;
    channel: string;
    clients: number;
    contacts_active: number;
    contacts_inactive: number;
  };
  client_arrival: { team_id: string | null; status: ClientStatus; day: string; clients: number };
  task: {
    id: Generated<string>;
    client_id: string;
    title: string;
    description: string | null;
    due_at: NullableTime;
    due_on: string | null;
    assignee_id: string | null;
    priority: Generated<TaskPriority>;
    remind_minutes: number | null;
    remind_at: NullableTime;
    reminded_at: NullableTime;
    done_at: NullableTime;
    done_by_id: string | null;
    created_by_id: string | null;
    created_at: Time;
    updated_at: Time;
    version: Generated<number>;
    deleted_at: NullableTime;
    done: GeneratedAlways<boolean>;
    due_key: GeneratedAlways<Date>;
  };
  appointment: {
    id: Generated<string>;
    client_id: string;
    title: string;
    starts_at: Time;
    ends_at: Time;
    time_zone: string;
    place: string | null;
    url: string | null;
    notes: string | null;
    remind_minutes: number | null;
    remind_at: NullableTime;
    reminded_at: NullableTime;
    cancelled_at: NullableTime;
    created_by_id: string | null;
    created_at: Time;
    updated_at: Time;
    version: Generated<number>;
    sequence: Generated<number>;
  };
  appointment_attendee: { appointment_id: string; user_id: string | null; contact_id: string | null };
  calendar_feed: { user_id: string; token_hash: Buffer; created_at: Time; last_used_at: NullableTime };
  reference_change: { id: GeneratedAlways<Exact>; topic: string; at: Time; xid: Generated<Exact> };
}
