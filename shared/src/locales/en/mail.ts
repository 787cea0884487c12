/** What our e-mails say. */
export const mail = {
  greeting: "Hello {{name}},",
  footer: "Sent by {{business}} with Clientela.",
  invitation: {
    subject: "{{business}} invites you to Clientela",
    text: "{{inviter}} invites you to work with the clients of {{business}}. Choose your password and sign in:",
    action: "Choose a password",
    note: "The link works once, until {{date}}. If you did not expect it, ignore this e-mail.",
  },
  passwordReset: {
    subject: "Choose a new password for {{business}}",
    text: "Somebody, most likely you, asked to change your password for {{business}}. Choose a new one:",
    action: "Choose a password",
    note: "The link works once, for {{minutes}} minutes. If you did not ask for it, ignore this e-mail: your password stays as it is.",
  },
  passwordChanged: {
    subject: "Your password for {{business}} has changed",
    text: "You have just chosen a new password, and all other sessions have ended. If it was not you, tell an administrator now.",
  },
  notificationNote: "You can change what we tell you in “My account”.",
} as const;
