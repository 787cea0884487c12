import { useSearchParams } from "react-router";

/**
 * One parameter of the address, for what is open or chosen on a page: a copied link opens the same view.
 * Opening adds a step to the history, so that "back" closes; closing does not.
 */
export function useSearchParam(name: string): [value: string | null, set: (value: string | null) => void] {
  const [search, setSearch] = useSearchParams();
  const set = (value: string | null) =>
    setSearch(
      (current) => {
        const next = new URLSearchParams(current);
        if (value === null) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: value === null, preventScrollReset: true },
    );
  return [search.get(name), set];
}
