import type { Module } from "../../module.ts";
import { HistoryResolver } from "./history.resolver.ts";

export const history: Module = {
  resolvers: [HistoryResolver],
  access: {
    "Query.clientAsOf": "clients.read",
    "Query.clientThenAndNow": "clients.read",
    "Query.clientFieldHistory": "clients.read",
    "Mutation.restoreClientField": "clients.write",
  },
};
