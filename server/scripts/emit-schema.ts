import { writeFileSync } from "node:fs";
import { lexicographicSortSchema, printSchema } from "graphql";
import { createSchema } from "../src/schema.ts";
import { requireListed, unlistedModules } from "./unlisted.ts";

requireListed(unlistedModules());
const schema = lexicographicSortSchema(await createSchema());
writeFileSync(new URL("../../schema.graphql", import.meta.url), `${printSchema(schema)}\n`);
