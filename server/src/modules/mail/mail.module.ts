import type { Module } from "../../module.ts";
import { sendMail, tidyMail } from "./mail.jobs.ts";
import { MailResolver } from "./mail.resolver.ts";
import { messageProjection } from "./message.projection.ts";

export const mail: Module = {
  resolvers: [MailResolver],
  projections: { Message: messageProjection },
  access: {
    "Query.mailServer": "mail.manage",
    "Query.messages": { person: true, permission: "mail.manage" },
    "Mutation.retryMessage": { person: true, permission: "mail.manage" },
    "Mutation.cancelMessage": { person: true, permission: "mail.manage" },
  },
  jobs: [sendMail],
  recurring: [{ job: tidyMail, at: "17 3 * * *" }],
};
