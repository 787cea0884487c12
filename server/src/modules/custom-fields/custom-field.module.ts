import type { Module } from "../../module.ts";
import { customFieldsOf } from "./custom-field.references.ts";
import { CustomFieldResolver } from "./custom-field.resolver.ts";
import { customFieldWork } from "./custom-field.work.ts";
import { tidyOptionChanges } from "./option.service.ts";

export const customFields: Module = {
  resolvers: [CustomFieldResolver],
  references: [customFieldsOf],
  access: {
    "Query.customFields": "clients.read",
    "Query.customFieldUsage": "customFields.manage",
    "Query.deletedCustomFields": "customFields.manage",
    "Query.customFieldOptionUsage": "customFields.manage",
    "Query.customFieldOptionFilters": "customFields.manage",
    "Mutation.createCustomField": "customFields.manage",
    "Mutation.updateCustomField": "customFields.manage",
    "Mutation.reorderCustomFields": "customFields.manage",
    "Mutation.deleteCustomField": "customFields.manage",
    "Mutation.renameCustomFieldOption": "customFields.manage",
    "Mutation.removeCustomFieldOption": "customFields.manage",
    "Mutation.restoreCustomField": "customFields.manage",
    "Mutation.purgeCustomField": "customFields.manage",
    "Mutation.undoRenameCustomFieldOption": "customFields.manage",
  },
  jobs: [customFieldWork],
  recurring: [{ job: tidyOptionChanges, at: "52 3 * * *" }],
  hangsOnClient: [
    { table: "custom_range", column: "client_id", onMerge: "A trigger makes them of the client's custom values." },
  ],
};
