import { ClientListsDocument, useClientListsQuery, useCreateClientListMutation } from "./clientLists.generated.ts";

/** All lists by name, and a way to make one; `create` throws what the server refused. */
export function useLists({ skip = false }: { skip?: boolean } = {}) {
  const { data } = useClientListsQuery({ skip });
  const [createList] = useCreateClientListMutation();
  const create = async (name: string) => {
    const result = await createList({
      variables: { input: { name } },
      update: (cache, { data: made }) => {
        if (!made) return;
        cache.updateQuery(
          { query: ClientListsDocument },
          (known) => known && { clientLists: [...known.clientLists, made.createClientList] },
        );
      },
    });
    if (!result.data) throw new Error("createClientList answered nothing");
    return result.data.createClientList;
  };
  return { lists: data?.clientLists ?? [], create };
}
