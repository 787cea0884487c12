import type { Module } from "../../module.ts";
import { RevealResolver } from "./reveal.resolver.ts";

export const reveal: Module = {
  resolvers: [RevealResolver],
  access: {
    "Mutation.revealContactData": { person: true, permission: "contactData.reveal" },
  },
};
