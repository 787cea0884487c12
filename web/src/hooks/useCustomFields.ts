import { type CustomField_FieldFragment, useCustomFieldsQuery } from "./reference.generated.ts";

export type CustomField = CustomField_FieldFragment;

/** The fields of clients that the business defined, in their order; `fields` is empty until they are loaded. */
export function useCustomFields() {
  const query = useCustomFieldsQuery();
  return { query, fields: query.data?.customFields ?? [] };
}
