import type { ClientListSettings } from "@clientela/shared/clients/columns";
import type { Role } from "@clientela/shared/permissions";
import { ReferenceTable, reference } from "../../core/read/references.ts";

/** A person as kept in memory; the fields are those that GraphQL shows. */
export interface UserRow {
  id: string;
  name: string;
  email: string;
  role: Role;
  active: boolean;
  pending: boolean;
  invitedUntil: Date | null;
  locale: string | null;
  createdAt: Date;
  clientList: ClientListSettings | null;
  teamIds: string[];
}

export interface TeamRow {
  id: string;
  name: string;
  memberIds: string[];
}

/** The people of the business. */
export const usersOf = reference(
  "people",
  (pool) =>
    new ReferenceTable<UserRow>(
      pool,
      `select id, name, email, role, active, password_hash is null as pending, invitation_expires_at as "invitedUntil", locale, created_at as "createdAt", client_list as "clientList",
      array(select team_id from team_member where user_id = app_user.id) as "teamIds"
    from app_user order by fold(name), id`,
    ),
);

export const teamsOf = reference(
  "people",
  (pool) =>
    new ReferenceTable<TeamRow>(
      pool,
      `select id, name, array(select user_id from team_member where team_id = team.id) as "memberIds" from team order by fold(name), id`,
    ),
);
