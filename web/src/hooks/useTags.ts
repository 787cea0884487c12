import { type TagChip_TagFragment, TagsDocument, useCreateTagMutation, useTagsQuery } from "./reference.generated.ts";

export type TagOption = TagChip_TagFragment;

/** Quiet colours for tags made while typing; the name decides, so that the same word looks the same everywhere. */
const colors = ["#5b6ee1", "#2f8f9d", "#3c8f5a", "#8a7d2e", "#b0672b", "#b0485a", "#8b54a8", "#64748b"] as const;

const colorFor = (name: string) => {
  const sum = [...name.toLowerCase()].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  return colors[sum % colors.length] ?? colors[0];
};

/** All tags by name, and a way to make one; `create` throws what the server refused. */
export function useTags({ skip = false }: { skip?: boolean } = {}) {
  const { data } = useTagsQuery({ skip });
  const [createTag] = useCreateTagMutation();

  const create = async (name: string): Promise<TagOption> => {
    const result = await createTag({
      variables: { input: { name, color: colorFor(name) } },
      update: (cache, { data: made }) => {
        if (!made) return;
        cache.updateQuery({ query: TagsDocument }, (known) => known && { tags: [...known.tags, made.createTag] });
      },
    });
    if (!result.data) throw new Error("createTag answered nothing");
    return result.data.createTag;
  };
  return { tags: data?.tags ?? [], create };
}
