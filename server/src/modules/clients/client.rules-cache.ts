import { type ContactNeeded, createClientRules, updateClientRules } from "@clientela/shared/clients/rules";
import type { CustomFieldsRules } from "@clientela/shared/custom-fields/rules";

interface ClientRules {
  create: ReturnType<typeof createClientRules>;
  update: ReturnType<typeof updateClientRules>;
}

/** By the rules of the custom fields, which are the same object until a field is changed. */
const made = new WeakMap<CustomFieldsRules, Map<ContactNeeded, ClientRules>>();

/** What a client must look like: made once and not for each request, for making takes longer than parsing. */
export function clientRules(customFields: CustomFieldsRules, needs: ContactNeeded): ClientRules {
  const known = made.get(customFields) ?? new Map<ContactNeeded, ClientRules>();
  made.set(customFields, known);
  const options = { needs, customFields };
  const rules = known.get(needs) ?? { create: createClientRules(options), update: updateClientRules(options) };
  known.set(needs, rules);
  return rules;
}
