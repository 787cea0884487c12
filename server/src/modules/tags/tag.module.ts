import { movesMissing } from "../../client-column.ts";
import type { Module } from "../../module.ts";
import { Tag } from "./tag.entity.ts";
import { tagsOf } from "./tag.references.ts";
import { TagResolver } from "./tag.resolver.ts";

export const tags: Module = {
  entities: [Tag],
  resolvers: [TagResolver],
  references: [tagsOf],
  access: {
    "Query.tags": "clients.read",
    "Mutation.mergeTags": "tags.delete",
    "Mutation.createTag": "tags.write",
    "Mutation.updateTag": "tags.write",
    "Mutation.deleteTag": "tags.delete",
  },
  hangsOnClient: [
    {
      table: "client_tag",
      column: "client_id",
      onMerge: movesMissing("client_tag", { table: "tag", column: "tag_id" }),
    },
  ],
};
