import type { ErrorLike } from "@apollo/client";
import type { ReactNode } from "react";
import { NotLoaded } from "./NotLoaded.tsx";

interface LoadedProps<T> {
  /** What a query hook returned. */
  query: { data?: T | undefined; error?: ErrorLike | undefined; refetch: () => unknown };
  skeleton: ReactNode;
  children: (data: T) => ReactNode;
}

/** A query's data once it is there; before, a skeleton; in its place, what went wrong and how to go on. */
export function Loaded<T>({ query: { data, error, refetch }, skeleton, children }: LoadedProps<T>) {
  if (data !== undefined) return <>{children(data)}</>;
  return error ? <NotLoaded error={error} onRetry={refetch} /> : skeleton;
}
