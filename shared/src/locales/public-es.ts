import { invitation, passwordReset, reSignIn, signIn } from "./es/auth.ts";
import { common, form, problem } from "./es/common.ts";
import { errors } from "./es/errors.ts";
import { command, crash, forbidden, frame, nav, notFound, shortcuts } from "./es/frame.ts";
import { setUp } from "./es/setUp.ts";

/** What the pages before sign-in say in Spanish, so that nobody waits there for the texts of all others. */
export const publicEs = {
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
