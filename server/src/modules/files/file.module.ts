import { sql } from "kysely";
import { movesAll } from "../../client-column.ts";
import type { PageArgs } from "../../core/read/connection.ts";
import { field } from "../../core/read/projection.ts";
import type { Module } from "../../module.ts";
import { tidyFiles } from "./client-file.jobs.ts";
import { clientFileProjection, filesOf } from "./client-file.projection.ts";
import { ClientFileResolver } from "./client-file.resolver.ts";
import { fileEntries } from "./file.entries.ts";
import { fileRoutes } from "./file.routes.ts";

const inRecord = sql`deleted_at is null and kept_at is not null`;

export const files: Module = {
  resolvers: [ClientFileResolver],
  projections: { ClientFile: clientFileProjection },
  extend: { Client: { files: field<"client", PageArgs>(filesOf) } },
  members: { TimelineEntry: [fileEntries] },
  access: {
    "Mutation.deleteClientFile": "timeline.write",
    "Mutation.restoreClientFile": "timeline.write",
  },
  recurring: [{ job: tidyFiles, at: "37 3 * * *" }],
  routes: { "/files": fileRoutes },
  hangsOnClient: [
    {
      table: "client_file",
      column: "client_id",
      onMerge: movesAll("client_file", { indexed: inRecord, known: inRecord }),
    },
  ],
};
