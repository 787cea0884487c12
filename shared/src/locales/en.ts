import { invitation, reSignIn, signIn } from "./en/auth.ts";
import { clientPages } from "./en/clientPages.ts";
import { clients } from "./en/clients.ts";
import { common, form, problem } from "./en/common.ts";
import { errors } from "./en/errors.ts";
import { filters } from "./en/filters.ts";
import { command, crash, forbidden, frame, nav, notFound, shortcuts } from "./en/frame.ts";
import { setUp } from "./en/setUp.ts";
import { tags } from "./en/tags.ts";
import { timeline } from "./en/timeline.ts";

/** Every text the server and the admin share, in English. */
export const en = {
  clientPages,
  clients,
  command,
  common,
  crash,
  errors,
  filters,
  forbidden,
  form,
  frame,
  invitation,
  nav,
  notFound,
  problem,
  reSignIn,
  setUp,
  shortcuts,
  signIn,
  tags,
  timeline,
};
