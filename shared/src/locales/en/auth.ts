export const signIn = {
  title: "Sign in",
  email: "E-mail",
  password: "Password",
  submit: "Sign in",
  emailNeeded: "Type your e-mail",
  passwordNeeded: "Type your password",
  forgotten: "Forgot the password? Ask an administrator for a new link.",
  notSetUp: "Clientela is not set up yet. Open the link the server showed when it started.",
} as const;

export const reSignIn = {
  title: "Your session has ended",
  text: "Type your password to go on where you were. Nothing is lost.",
  submit: "Go on",
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
