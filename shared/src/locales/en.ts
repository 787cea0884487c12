import { clients } from "./en/clients.ts";
import { errors } from "./en/errors.ts";
import { timeline } from "./en/timeline.ts";

/** Every text the server and the admin share, in English. */
export const en = { clients, errors, timeline };
