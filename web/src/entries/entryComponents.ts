import { type ComponentType, createContext } from "react";
import type { EntryShell_EntryFragment } from "./entry.generated.ts";

/** What an entry's component is given: what every entry has, and what its fragment asks for. */
export interface EntryProps<Own = object> {
  entry: EntryShell_EntryFragment & Own;
  /** Came in while one was looking. */
  fresh: boolean;
}

/** The component of each type of entry, by the name of the type. */
export type EntryComponents = Readonly<Record<string, ComponentType<{ entry: never; fresh: boolean }>>>;

/** What the features of a record bring. */
export const EntryComponentsContext = createContext<EntryComponents>({});
