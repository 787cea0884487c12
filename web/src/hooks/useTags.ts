import { type TagChip_TagFragment, TagsDocument, useCreateTagMutation, useTagsQuery } from "./reference.generated.ts";

export type TagOption = TagChip_TagFragment;

/** All tags by name, and a way to make one; `create` throws what the server refused. */
export function useTags({ skip = false }: { skip?: boolean } = {}) {
  const { data } = useTagsQuery({ skip });
  const [createTag] = useCreateTagMutation();

  const create = async (name: string): Promise<TagOption> => {
    const result = await createTag({
      variables: { input: { name } },
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
