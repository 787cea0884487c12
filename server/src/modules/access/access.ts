import { type Role, weaker } from "@clientela/shared/permissions";
import { CompiledQuery, type Kysely } from "kysely";
import type { Pool } from "pg";
import type { Core } from "../../context.ts";
import { onceFor } from "../../core/once-for.ts";
import { hashOfSecret } from "../../core/secrets.ts";
import type { Credential, Viewer } from "../../core/viewer.ts";
import type { Database } from "../../database/tables.ts";
import { type SettingsCache, settingsOf } from "../settings/settings.cache.ts";
import { viewerOfPerson } from "./rights.ts";

/** The viewer that a credential stands for. */
export interface Admission {
  viewer: Viewer;
  /** The id of the session or the API key. */
  id: string;
  /** In milliseconds since 1970; null: never. */
  expiresAt: number | null;
}

interface Row {
  id: string;
  /** The hash of the secret, in hexadecimal digits. */
  hash: string;
  userId: string;
  role: Role;
  keyRole: Role | null;
  locale: string | null;
  teamIds: string[];
  expiresAt: Date | null;
  stale: boolean;
}

const MAX_CACHED = 10_000;
export const SESSION_DAYS = 30;

/**
 * Answers who is behind a credential. Answers stay in memory until people, settings or sessions change anywhere, which
 * the ledger's news tell. So a request costs no query, and a revocation takes effect within a second.
 */
class Access {
  private readonly admissions = new Map<string, { admission: Admission; seenUntil: number }>();
  private generation = 0;

  constructor(
    private readonly pool: Pool,
    private readonly settings: SettingsCache,
    private readonly trusted: () => boolean,
  ) {}

  /** Forgets every answer. */
  forget(): void {
    this.generation++;
    this.admissions.clear();
  }

  /** Who is behind the credential, or null when it is unknown, expired or its owner was deactivated. */
  async admit(credential: Credential): Promise<Admission | null> {
    const key = `${credential.kind} ${credential.secret}`;
    const now = Date.now();
    const known = this.admissions.get(key);
    if (known && this.trusted() && (known.admission.expiresAt ?? now + 1) > now && known.seenUntil > now)
      return known.admission;
    const { generation } = this;
    const row = await this.find(credential);
    if (!row) {
      this.admissions.delete(key);
      return null;
    }
    if (row.stale) await this.touch(credential.kind, row.id);
    return this.remember(key, row, generation);
  }

  /** Who is behind each of the credentials as the database knows it now, by one look-up for each kind of them. */
  async admitAll(credentials: readonly Credential[]): Promise<(Admission | null)[]> {
    const { generation } = this;
    const rows = new Map<string, Row>();
    for (const kind of ["session", "apiKey"] as const) {
      const hashes = credentials.filter((one) => one.kind === kind).map(({ secret }) => hashOfSecret(secret));
      if (hashes.length === 0) continue;
      const found = await this.pool.query<Row>({ name: `admit ${kind}`, text: queries[kind], values: [hashes] });
      for (const row of found.rows) rows.set(`${kind} ${row.hash}`, row);
    }
    return credentials.map(({ kind, secret }) => {
      const row = rows.get(`${kind} ${hashOfSecret(secret).toString("hex")}`);
      return row ? this.remember(`${kind} ${secret}`, row, generation) : null;
    });
  }

  /**
   * Who is behind the credential as the transaction knows it. Their role, and whether they are active, stay so until it ends.
   */
  async admitWithin(transaction: Kysely<Database>, { kind, secret }: Credential): Promise<Viewer | null> {
    const query = CompiledQuery.raw(`${queries[kind]} for share of u`, [[hashOfSecret(secret)]]);
    const { rows } = await transaction.executeQuery<Row>(query);
    return rows[0] ? this.viewerOf(rows[0]) : null;
  }

  /**
   * A person as the transaction knows them, for work that goes on after their request. They keep the role in which they
   * asked for it. Null once they are deactivated, or of a weaker role.
   */
  async workingAs(transaction: Kysely<Database>, userId: string, role: Role): Promise<Viewer | null> {
    const text = `select ${person}, $2::user_role as "keyRole" from app_user u where u.id = $1 and u.active`;
    const { rows } = await transaction.executeQuery<Row>(CompiledQuery.raw(text, [userId, role]));
    const viewer = rows[0] && this.viewerOf(rows[0]);
    return viewer?.role === role ? viewer : null;
  }

  private remember(key: string, row: Row, generation: number): Admission {
    const expiresAt = row.expiresAt?.getTime() ?? null;
    const admission = { viewer: this.viewerOf(row), id: row.id, expiresAt };
    if (generation === this.generation) {
      if (this.admissions.size >= MAX_CACHED) this.admissions.clear();
      this.admissions.set(key, { admission, seenUntil: Date.now() + 300_000 });
    }
    return admission;
  }

  private viewerOf({ userId, role, keyRole, locale, teamIds }: Row): Viewer {
    const person = { id: userId, role: keyRole ? weaker(role, keyRole) : role, locale, teamIds };
    return { ...viewerOfPerson(person, this.settings.current), kind: keyRole ? "apiKey" : "user" };
  }

  private async find({ kind, secret }: Credential): Promise<Row | undefined> {
    const { rows } = await this.pool.query<Row>({
      name: `admit ${kind}`,
      text: queries[kind],
      values: [[hashOfSecret(secret)]],
    });
    return rows[0];
  }

  /** Notes the use, at most once in five minutes; a session in use stays open. */
  private async touch(kind: Credential["kind"], id: string): Promise<void> {
    await this.pool.query(
      kind === "session"
        ? `update session set last_seen_at = now(), expires_at = now() + interval '${SESSION_DAYS} days' where id = $1`
        : "update api_key set last_used_at = now() where id = $1",
      [id],
    );
  }
}

/** A caller's rights follow from what these topics of change are about. */
export const accessTopics: readonly string[] = ["people", "settings", "access"];

export const accessOf = onceFor((core: Core) => new Access(core.pool, settingsOf(core), () => core.live.current));

const person = `u.id as "userId", u.role, u.locale, array(select team_id from team_member where user_id = u.id) as "teamIds"`;
const queries = {
  session: `select s.id, encode(s.token_hash, 'hex') as hash, null as "keyRole", s.expires_at as "expiresAt", s.last_seen_at < now() - interval '5 minutes' as stale, ${person}
    from session s join app_user u on u.id = s.user_id and u.active
    where s.token_hash = any($1) and s.expires_at > now()`,
  apiKey: `select k.id, encode(k.secret_hash, 'hex') as hash, k.role as "keyRole", k.expires_at as "expiresAt",
      coalesce(k.last_used_at < now() - interval '5 minutes', true) as stale, ${person}
    from api_key k join app_user u on u.id = k.created_by_id and u.active
    where k.secret_hash = any($1) and (k.expires_at is null or k.expires_at > now())`,
};
