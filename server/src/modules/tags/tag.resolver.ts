import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.ts";
import { uuidOrNull } from "../../core/scalars.ts";
import { Tag, TagInput, TagMerge } from "./tag.entity.ts";
import { clientCountOfTag } from "./tag.loaders.ts";
import { type TagRow, tagsOf } from "./tag.references.ts";
import { createTag, deleteTag, mergeTags, updateTag } from "./tag.service.ts";

@Resolver(() => Tag)
export class TagResolver {
  @Query(() => [Tag], { description: "Every tag, by name." })
  tags(@Ctx() { core }: Context): TagRow[] {
    return tagsOf(core).list();
  }

  @FieldResolver(() => Int, { description: "How many clients that the viewer sees carry it." })
  clientCount(@Root() { id }: TagRow, @Ctx() context: Context): Promise<number> {
    return clientCountOfTag(context).load(id);
  }

  @Mutation(() => Tag)
  async createTag(@Ctx() context: Context, @Arg("input", () => TagInput) input: TagInput): Promise<TagRow | null> {
    return tagsOf(context.core).get(await createTag(context, input));
  }

  @Mutation(() => Tag)
  async updateTag(
    @Ctx() context: Context,
    @Arg("id", () => ID) id: string,
    @Arg("input", () => TagInput) input: TagInput,
  ): Promise<TagRow | null> {
    return tagsOf(context.core).get(await updateTag(context, id, input));
  }

  @Mutation(() => TagMerge, {
    description: "Puts the second tag on everything that carries the first one, which is deleted.",
  })
  async mergeTags(
    @Ctx() context: Context,
    @Arg("fromId", () => ID) fromId: string,
    @Arg("intoId", () => ID) intoId: string,
  ): Promise<{ tag: TagRow | null; moved: number }> {
    const moved = await mergeTags(context, fromId, intoId);
    return { tag: tagsOf(context.core).get(uuidOrNull(intoId)), moved };
  }

  @Mutation(() => Boolean, { description: "Takes the tag off everything that carries it." })
  async deleteTag(@Ctx() context: Context, @Arg("id", () => ID) id: string): Promise<boolean> {
    await deleteTag(context, id);
    return true;
  }
}
