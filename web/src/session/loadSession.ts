import type { LoaderFunctionArgs } from "react-router";
import { redirect } from "react-router";
import { client } from "../apollo/client.ts";
import { onReconnected } from "../apollo/connection.ts";
import { setDraftOwner } from "../form/draft.ts";
import { currentLanguage, isLanguage, loadAllTexts, switchLanguage } from "../i18n/i18n.ts";
import { signInPath } from "./paths.ts";
import { SessionDocument, SettingsDocument } from "./session.generated.ts";
import { rememberSignedIn } from "./signedIn.ts";

/**
 * Loads the signed-in person and the business's settings before the frame shows. Without a session it leads to the
 * sign-in page.
 */
export async function loadSession({ request }: LoaderFunctionArgs): Promise<null> {
  const { data } = await client.query({ query: SessionDocument, fetchPolicy: "network-only" });
  rememberSignedIn(Boolean(data?.viewer));
  if (!data?.viewer) throw redirect(signInPath(pathOf(request.url)));
  const { id, locale } = data.viewer.user;
  setDraftOwner(id);
  await Promise.all([client.query({ query: SettingsDocument, fetchPolicy: "network-only" }), loadAllTexts()]);
  if (isLanguage(locale) && locale !== currentLanguage()) await switchLanguage(locale);
  return null;
}

function pathOf(address: string): string {
  const { pathname, search } = new URL(address);
  return pathname + search;
}

async function followRights(): Promise<void> {
  try {
    const { data } = await client.query({ query: SessionDocument, fetchPolicy: "no-cache" });
    if (data?.viewer) client.writeQuery({ query: SessionDocument, data });
  } catch {
    // The next thing the person does meets the same trouble, and says so.
  }
}

// The server breaks live events off when a person's rights change: what the pages offer follows.
onReconnected(() => void followRights());
