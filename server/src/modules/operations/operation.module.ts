import type { Module } from "../../module.ts";
import { endLostOperations, tidyOperations, workOnOperation } from "./operation.jobs.ts";
import { OperationResolver } from "./operation.resolver.ts";

export const operations: Module = {
  resolvers: [OperationResolver],
  access: {
    "Query.bulkOperation": "clients.read",
    "Query.bulkResult": "clients.read",
    "Query.myOperations": "clients.read",
    "Query.operations": "people.manage",
    "Mutation.undoOperation": "clients.write",
    "Mutation.stopOperation": "clients.write",
  },
  jobs: [workOnOperation],
  recurring: [
    { job: tidyOperations, at: "47 3 * * *" },
    { job: endLostOperations, at: "* * * * *" },
  ],
};
