import { type Context, viewerOf } from "../../context.ts";
import { uuidOrNull } from "../../core/scalars.ts";
import type { ClientFilter } from "../clients/client.inputs.ts";
import { flawOf } from "../custom-fields/custom-field.filter.ts";
import { customFieldsOf } from "../custom-fields/custom-field.references.ts";
import { listsOf } from "../lists/list.references.ts";
import { teamsOf, usersOf } from "../people/people.references.ts";
import { tagsOf } from "../tags/tag.references.ts";

/** A saved filter as it can be sent today, and a sentence on each condition that it had to lose for that. */
export interface UsableFilter {
  filter: ClientFilter;
  lost: string[];
}

/**
 * A saved filter without the tags, lists, people, teams and custom fields that no longer exist. Conditions on custom
 * fields that changed their type, or are hidden from the viewer, go too.
 */
export function usableFilter(context: Context, saved: ClientFilter): UsableFilter {
  const { core, translate } = context;
  const customFields = customFieldsOf(core);
  const named = { tagIds: tagsOf(core), listIds: listsOf(core), ownerIds: usersOf(core), teamIds: teamsOf(core) };
  const filter = { ...saved };
  const lost: string[] = [];
  for (const [key, table] of Object.entries(named) as [keyof typeof named, typeof named.tagIds][]) {
    const ids = saved[key] ?? [];
    const kept = ids.filter((id) => table.get(uuidOrNull(id)) !== null);
    if (kept.length === ids.length) continue;
    filter[key] = kept;
    if (kept.length === 0) delete filter[key];
    lost.push(translate(`savedFilters.lost.${key}`, { count: ids.length - kept.length }));
  }
  const conditions = saved.customFields ?? [];
  const kept = conditions.filter((condition) => {
    const flaw = flawOf(viewerOf(context), customFields.active(), condition);
    const label = customFields.byKey(condition.key)?.label ?? condition.key;
    if (flaw) lost.push(translate(`savedFilters.lost.${flaw}`, { label }));
    return !flaw;
  });
  if (kept.length < conditions.length) filter.customFields = kept;
  if (kept.length === 0) delete filter.customFields;
  return { filter, lost };
}
