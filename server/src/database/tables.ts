// Written by `pnpm tables` from the migrated database: change a migration, or what scripts/tables.ts knows, and run it.
import type { Channel } from "@clientela/shared/clients/words";
import type { CustomFieldType, CustomValue } from "@clientela/shared/custom-fields/types";
import type { NewsletterState } from "@clientela/shared/lists/words";
import type { MessageKind } from "@clientela/shared/mail/rules";
import type { NotificationKind } from "@clientela/shared/notifications/rules";
import type { GeneratedAlways } from "kysely";
import type { ChangedFilter, Exact, Generated, Json, StoredAddress, Time } from "./column-types.ts";

/** The tables as Kysely sees them. */
export interface Database {
  activity_kind: {
    id: Generated<string>;
    label: string;
    icon: string;
    color: string;
    archived_at: Time | null;
    created_at: Generated<Time>;
  };
  api_key: {
    id: Generated<string>;
    name: string;
    role: "OWNER" | "ADMIN" | "AGENT";
    secret_hash: Buffer;
    prefix: string;
    created_by_id: string;
    created_at: Generated<Time>;
    expires_at: Time | null;
    last_used_at: Time | null;
  };
  app_user: {
    id: Generated<string>;
    name: string;
    email: string;
    role: "OWNER" | "ADMIN" | "AGENT";
    active: Generated<boolean>;
    password_hash: string | null;
    locale: string | null;
    invitation_hash: Buffer | null;
    invitation_expires_at: Time | null;
    created_at: Generated<Time>;
    client_list: Json<unknown> | null;
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
    remind_at: Time | null;
    reminded_at: Time | null;
    cancelled_at: Time | null;
    created_by_id: string | null;
    created_at: Generated<Time>;
    updated_at: Generated<Time>;
    version: Generated<number>;
    sequence: Generated<number>;
  };
  appointment_attendee: {
    appointment_id: string;
    user_id: string | null;
    contact_id: string | null;
  };
  calendar_feed: {
    user_id: string;
    token_hash: Buffer;
    created_at: Generated<Time>;
    last_used_at: Time | null;
  };
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
    status: Generated<"PROSPECT" | "CLIENT" | "INACTIVE">;
    tax_legal_name: string | null;
    tax_country: string | null;
    tax_id_type: string | null;
    tax_id: string | null;
    tax_check_digit: string | null;
    tax_ruc_type: string | null;
    tax_fiscal_code: string | null;
    addresses: Generated<Json<StoredAddress[]>>;
    owner_id: string | null;
    team_id: string | null;
    source_channel: Generated<Channel>;
    source_campaign: string | null;
    source_utm: Json<object> | null;
    source_device: string | null;
    source_referrer: string | null;
    email_shared: Generated<boolean>;
    last_interaction_at: Time | null;
    created_at: Generated<Time>;
    updated_at: Generated<Time>;
    version: Generated<number>;
    deleted_at: Time | null;
    custom: Generated<Json<Record<string, CustomValue>>>;
    custom_search: Generated<string>;
    custom_search_contact: Generated<string>;
    newsletter_status: Generated<"NEVER" | "PENDING" | "SUBSCRIBED" | "UNSUBSCRIBED">;
    status_before_inactive: "PROSPECT" | "CLIENT" | "INACTIVE" | null;
    main_country: GeneratedAlways<string | null>;
    main_region: GeneratedAlways<string | null>;
    main_city: GeneratedAlways<string | null>;
    main_region_key: GeneratedAlways<string | null>;
    main_city_key: GeneratedAlways<string | null>;
    main_postal_code_key: GeneratedAlways<string | null>;
    contact_words: Generated<string>;
    contact_words_hidden: Generated<string>;
    search_public: GeneratedAlways<string>;
    search: GeneratedAlways<string>;
    avatar_id: string | null;
  };
  client_arrival: {
    team_id: string | null;
    status: "PROSPECT" | "CLIENT" | "INACTIVE";
    day: string;
    clients: number;
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
    created_at: Generated<Time>;
    kept_at: Time | null;
    deleted_at: Time | null;
  };
  client_list: {
    id: Generated<string>;
    name: string;
    newsletter: Generated<boolean>;
    created_at: Generated<Time>;
  };
  client_list_member: {
    client_id: string;
    list_id: string;
    state: Generated<NewsletterState>;
    since: Generated<Time>;
  };
  client_merge: {
    id: Generated<string>;
    survivor_id: string;
    clients: Json<object>;
    changes: Json<object>;
    actor_id: string | null;
    created_at: Generated<Time>;
    undone_at: Time | null;
    undone_changes: Json<object> | null;
    undone_left: Json<object> | null;
  };
  client_merge_part: {
    merge_id: string;
    client_id: string;
    table_name: string;
    keys: string[];
    before: Json<object> | null;
    names: Json<object> | null;
  };
  client_tag: {
    client_id: string;
    tag_id: string;
  };
  client_tally: {
    team_id: string | null;
    owner_id: string | null;
    status: "PROSPECT" | "CLIENT" | "INACTIVE";
    channel: Channel;
    clients: number;
    contacts_active: Generated<number>;
    contacts_inactive: Generated<number>;
  };
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
    created_at: Generated<Time>;
    updated_at: Generated<Time>;
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
    position: number;
    version: Generated<number>;
    created_at: Generated<Time>;
    deleted_at: Time | null;
    contact: Generated<boolean>;
    stored: Generated<Json<Record<string, string | null>>>;
    written: Generated<Json<Record<string, string>>>;
    work_done: number | null;
    work_total: number | null;
    purged_at: Time | null;
    deleted_by: string | null;
  };
  custom_range: {
    client_id: string;
    key: string;
    value: Exact;
  };
  file_object: {
    id: Generated<string>;
    sha256: Buffer;
    mime: string;
    size: number;
    bytes: Buffer;
    created_at: Generated<Time>;
  };
  known_browser: {
    token_hash: Buffer;
    user_id: string;
    used_at: Generated<Time>;
  };
  merged_client: {
    client_id: string;
    survivor_id: string;
    merge_id: string;
    email: string | null;
    keys: string[];
  };
  message: {
    id: Generated<string>;
    kind: MessageKind;
    user_id: string | null;
    recipient: string;
    subject: string;
    text: string | null;
    html: string | null;
    secret: Generated<boolean>;
    state: "QUEUED" | "SENDING" | "SENT" | "FAILED" | "KEPT" | "CANCELLED";
    attempts: Generated<number>;
    last_error: string | null;
    created_at: Generated<Time>;
    last_attempt_at: Time | null;
    next_attempt_at: Time | null;
    sent_at: Time | null;
  };
  notification: {
    id: Generated<string>;
    user_id: string;
    kind: NotificationKind;
    actor_id: string | null;
    client_id: string | null;
    entry_id: string | null;
    count: Generated<number>;
    operation_id: string | null;
    created_at: Generated<Time>;
    read_at: Time | null;
    xid: Generated<Exact>;
    task_id: string | null;
    appointment_id: string | null;
  };
  notification_preference: {
    user_id: string;
    kind: NotificationKind;
    in_app: boolean;
    email: boolean;
  };
  operation: {
    id: Generated<string>;
    kind: string;
    actor_id: string | null;
    status: Generated<"RUNNING" | "DONE" | "STOPPED" | "FAILED" | "INTERRUPTED" | "UNDONE">;
    matched: Generated<number>;
    done: Generated<number>;
    changed: Generated<number>;
    created_at: Generated<Time>;
    finished_at: Time | null;
    payload: Generated<Json<object>>;
    stop_asked: Generated<boolean>;
    undoing: Generated<boolean>;
    position: Generated<number>;
    failures: Generated<number>;
    undo_began_at: Time | null;
  };
  operation_target: {
    operation_id: string;
    position: number;
    record_id: string | null;
    outcome: "CHANGED" | "SAME" | "LEFT" | "UNDONE" | null;
    reason: string | null;
    before: Json<object> | null;
    version: number | null;
  };
  option_change: {
    id: Generated<string>;
    field_id: string;
    version: number;
    option: string;
    affected: number;
    options_before: string[];
    stored_before: Json<Record<string, string | null>>;
    written_before: Json<Record<string, string>>;
    saved_filters: Json<ChangedFilter[]>;
    created_at: Generated<Time>;
    undone_at: Time | null;
  };
  password_reset: {
    id: Generated<string>;
    user_id: string;
    token_hash: Buffer;
    created_at: Generated<Time>;
    expires_at: Time;
  };
  rate_limit: {
    key: string;
    points: Generated<number>;
    expire: Exact | null;
  };
  reference_change: {
    id: GeneratedAlways<Exact>;
    topic: string;
    at: Generated<Time>;
    xid: Generated<Exact>;
  };
  reminder_failure: {
    id: string;
    remind_at: Time;
    tries: number;
    again_at: Time;
  };
  saved_filter: {
    id: Generated<string>;
    name: string;
    filter: Json<object>;
    owner_id: string;
    shared: Generated<boolean>;
    created_at: Generated<Time>;
  };
  session: {
    id: Generated<string>;
    token_hash: Buffer;
    user_id: string;
    ip: string | null;
    user_agent: string | null;
    created_at: Generated<Time>;
    last_seen_at: Generated<Time>;
    expires_at: Time;
  };
  set_up: {
    id: Generated<boolean>;
    token_hash: Buffer;
  };
  settings: {
    id: Generated<boolean>;
    business_name: string;
    locale: string;
    time_zone: string;
    currency: string;
    allow_duplicates: Generated<boolean>;
    require_email: Generated<boolean>;
    promote_on_first_payment: Generated<boolean>;
    restrict_agents_to_teams: Generated<boolean>;
    hide_contact_data_from_agents: Generated<boolean>;
    agents_may_export: Generated<boolean>;
    agents_may_reveal_contact_data: Generated<boolean>;
    country: string | null;
    phone_instead_of_email: Generated<boolean>;
  };
  tag: {
    id: Generated<string>;
    name: string;
    color: string;
    created_at: Generated<Time>;
  };
  task: {
    id: Generated<string>;
    client_id: string;
    title: string;
    description: string | null;
    due_at: Time | null;
    due_on: string | null;
    assignee_id: string | null;
    priority: Generated<"LOW" | "NORMAL" | "HIGH" | "URGENT">;
    remind_minutes: number | null;
    remind_at: Time | null;
    reminded_at: Time | null;
    done_at: Time | null;
    done_by_id: string | null;
    created_by_id: string | null;
    created_at: Generated<Time>;
    updated_at: Generated<Time>;
    version: Generated<number>;
    deleted_at: Time | null;
    done: GeneratedAlways<boolean>;
    due_key: GeneratedAlways<Time>;
  };
  team: {
    id: Generated<string>;
    name: string;
    created_at: Generated<Time>;
  };
  team_member: {
    team_id: string;
    user_id: string;
  };
  timeline_entry: {
    id: Generated<string>;
    client_id: string;
    kind: string;
    automatic: boolean;
    actor_id: string | null;
    cause: string | null;
    occurred_at: Generated<Time>;
    title: string | null;
    description: string | null;
    stage: string | null;
    tag_ids: Generated<string[]>;
    data: Json<object> | null;
    edited_at: Time | null;
    deleted_at: Time | null;
    xid: Generated<Exact>;
    custom_kind_id: string | null;
    file_ids: Generated<string[]>;
    contact_id: string | null;
    version: Generated<number>;
    origin_id: string | null;
  };
  timeline_mention: {
    entry_id: string;
    user_id: string;
    created_at: Generated<Time>;
  };
  timeline_revision: {
    id: Generated<string>;
    entry_id: string;
    change: "EDITED" | "DELETED" | "RESTORED";
    actor_id: string | null;
    cause: string | null;
    changed_at: Generated<Time>;
    kind: string;
    custom_kind_id: string | null;
    title: string | null;
    description: string | null;
    stage: string | null;
    tags: string[];
    file_ids: string[];
    occurred_at: Time;
    xid: Generated<Exact>;
    contact: string | null;
  };
}
