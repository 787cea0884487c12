export const signIn = {
  title: "Sign in",
  email: "E-mail",
  password: "Password",
  submit: "Sign in",
  emailNeeded: "Type your e-mail",
  passwordNeeded: "Type your password",
  forgotten: "Forgot your password?",
  notSetUp: "Clientela is not set up yet. Open the link the server showed when it started.",
} as const;

export const reSignIn = {
  title: "Your session has ended",
  text: "Type your password to continue where you were. Nothing is lost.",
  submit: "Continue",
  leave: "Leave",
} as const;

export const invitation = {
  title: "Accept the invitation",
  welcome: "{{name}}, you are invited to {{business}}",
  explain: "Choose a password to sign in as {{email}}.",
  submit: "Sign in",
  invalid: "The invitation is not valid",
  explainInvalid: "It was already used or has expired. Ask whoever invited you for a new one.",
  toSignIn: "Go to sign in",
} as const;

export const passwordReset = {
  requestTitle: "Reset your password",
  requestExplain: "Type your e-mail and we will send you a link to choose a new password.",
  request: "Send the link",
  requestExplainKept:
    "This server sends no e-mail. Type your address and an administrator can give you a link to choose another password.",
  requestKept: "Ask for a link",
  keptTitle: "Ask an administrator for the link",
  kept: "No e-mail is sent. If {{email}} has an account, an administrator finds the link in Settings → Outbox. It works once, for an hour.",
  soleOwner: "Nobody to ask? On the server, this command shows a link:",
  sentTitle: "Check your e-mail",
  sent: "If {{email}} has an account, a link is on its way that works once, for an hour.",
  notArrived: "Nothing there? Check your spam folder, or ask an administrator for a link.",
  title: "Choose a new password",
  explain: "For {{email}} at {{business}}. Your other sessions will end.",
  password: "New password",
  submit: "Save and sign in",
  invalid: "The link is not valid",
  explainInvalid: "It was already used or has expired: it works once, for an hour.",
  another: "Ask for another link",
} as const;
