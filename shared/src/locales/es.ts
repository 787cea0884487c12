import { clients } from "./es/clients.ts";
import { errors } from "./es/errors.ts";
import { timeline } from "./es/timeline.ts";

/** Every text the server and the admin share, in Spanish. */
export const es = { clients, errors, timeline };
