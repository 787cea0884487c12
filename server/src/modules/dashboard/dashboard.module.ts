import type { Module } from "../../module.ts";
import { DashboardResolver } from "./dashboard.resolver.ts";

export const dashboard: Module = {
  resolvers: [DashboardResolver],
  access: {
    "Query.dashboard": "clients.read",
  },
};
