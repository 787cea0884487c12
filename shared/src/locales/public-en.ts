import { invitation, passwordReset, reSignIn, signIn } from "./en/auth.ts";
import { common, form, problem } from "./en/common.ts";
import { errors } from "./en/errors.ts";
import { command, crash, forbidden, frame, nav, notFound, shortcuts } from "./en/frame.ts";
import { setUp } from "./en/setUp.ts";

/** What the pages before sign-in say in English, so that nobody waits there for the texts of all others. */
export const publicEn = {
  command,
  common,
  crash,
  errors,
  forbidden,
  form,
  frame,
  invitation,
  nav,
  notFound,
  passwordReset,
  problem,
  reSignIn,
  setUp,
  shortcuts,
  signIn,
};
