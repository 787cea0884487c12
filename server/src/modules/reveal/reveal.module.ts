import type { Module } from "../../module.ts";
import { revealEntries } from "./reveal.entries.ts";
import { RevealResolver } from "./reveal.resolver.ts";

export const reveal: Module = {
  resolvers: [RevealResolver],
  members: { TimelineEntry: [revealEntries] },
  access: {
    "Mutation.revealContactData": { person: true, permission: "contactData.reveal" },
  },
};
