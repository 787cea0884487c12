import { PASSWORD } from "./api.ts";
import type { Caller } from "./caller.ts";

/** An operation on each root field about mail that is right in all but who calls it; see permissions.test.ts. */
export function mailOperations(
  owner: () => Caller,
  newPerson: () => Promise<unknown>,
): Record<string, [operation: string, variables?: () => Promise<object> | object]> {
  /** An e-mail that is kept in the outbox. */
  const newMessage = async () => {
    await newPerson();
    const { messages } = await owner().ok<{ messages: { nodes: { id: string }[] } }>(
      "{ messages(first: 1) { nodes { id } } }",
    );
    return { id: messages.nodes[0]?.id };
  };
  return {
    "Query.passwordResetMailed": [`{ passwordResetMailed }`],
    "Query.passwordReset": [`{ passwordReset(token: "none") { email } }`],
    // Of nobody: whose account it is would be written down after the answer, while others are being refused.
    "Mutation.requestPasswordReset": [`mutation { requestPasswordReset(email: "nobody@example.com") }`],
    "Mutation.resetPassword": [
      `mutation ($password: String!) { resetPassword(token: "none", password: $password) { role } }`,
      () => ({ password: PASSWORD }),
    ],
    "Query.mailServer": ["{ mailServer { configured } }"],
    "Query.messages": ["{ messages { nodes { id text } } }"],
    // No mail server is configured here; see modules/mail/mail.test.ts.
    "Mutation.retryMessage": ["mutation ($id: ID!) { retryMessage(id: $id) { id } }", newMessage],
    "Query.notifications": ["{ notifications { nodes { id } } }"],
    "Query.unreadNotifications": ["{ unreadNotifications }"],
    "Query.notificationPreferences": ["{ notificationPreferences { kind inApp email } }"],
    "Mutation.markNotifications": ["mutation { markNotifications }"],
    "Mutation.setNotificationPreference": [
      "mutation { setNotificationPreference(kind: MENTIONED, inApp: true, email: false) { email } }",
    ],
    "Subscription.notificationAdded": ["subscription { notificationAdded { id } }"],
    "Mutation.cancelMessage": ["mutation ($id: ID!) { cancelMessage(id: $id) { id } }", newMessage],
  };
}
