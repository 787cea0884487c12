import { useApolloClient } from "@apollo/client/react";
import type { ClientFilter } from "../generated/schema.ts";
import {
  DeleteSavedFilterDocument,
  type SavedFilter_FilterFragment,
  SavedFiltersDocument,
  SaveFilterDocument,
  useSavedFiltersQuery,
} from "./savedFilters.generated.ts";

export type SavedFilter = Omit<SavedFilter_FilterFragment, "filter"> & { filter: ClientFilter };

/** The person's own saved filters and the shared ones, by name, and the ways to change them; both throw refusals. */
export function useSavedFilters() {
  const { data } = useSavedFiltersQuery();
  const apollo = useApolloClient();
  const refetchQueries = [SavedFiltersDocument];
  return {
    savedFilters: (data?.savedFilters ?? []) as SavedFilter[],
    /** Saves under a name; one's own filter of that name is replaced, and gets another id. */
    save: async (input: { name: string; filter: ClientFilter; shared: boolean }) => {
      const { data: saved } = await apollo.mutate({
        mutation: SaveFilterDocument,
        variables: input,
        refetchQueries,
        awaitRefetchQueries: true,
      });
      if (!saved) throw new Error("saveFilter answered nothing");
      return saved.saveFilter as SavedFilter;
    },
    remove: async (id: string) => {
      await apollo.mutate({
        mutation: DeleteSavedFilterDocument,
        variables: { id },
        refetchQueries,
        awaitRefetchQueries: true,
      });
    },
  };
}
