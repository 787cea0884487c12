import { usePeopleQuery } from "./reference.generated.ts";

/** The possible owners and teams of a client: active people and all teams; empty until they are loaded. */
export function usePeople({ skip = false }: { skip?: boolean } = {}) {
  const { data } = usePeopleQuery({ skip });
  return { users: (data?.users ?? []).filter(({ active }) => active), teams: data?.teams ?? [] };
}
