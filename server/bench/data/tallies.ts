import type pg from "pg";

/** Counts the clients anew for the home page: both loading and tidying up go past the triggers that keep its figures. */
export async function recount(db: pg.Client): Promise<void> {
  await db.query(`truncate client_tally, client_arrival;
    insert into client_tally (team_id, owner_id, status, channel, clients)
    select team_id, owner_id, status, source_channel, count(*) from client where deleted_at is null group by 1, 2, 3, 4;
    insert into client_arrival (team_id, status, day, clients)
    select team_id, status, tally.day(created_at), count(*) from client where deleted_at is null group by 1, 2, 3`);
}
