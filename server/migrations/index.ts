import { Migration20261121000000_ground } from "./Migration20261121000000_ground.ts";

/** Every migration in its order; a released one is never edited. */
export const migrations = [Migration20261121000000_ground];
