import Box from "@mui/material/Box";
import type { ReactNode } from "react";
import { NotLoaded } from "../components/NotLoaded.tsx";
import { More } from "./More.tsx";
import type { Connection } from "./useConnection.ts";

interface RowsProps<Node> {
  list: Connection<Node>;
  skeleton: ReactNode;
  /** In place of the rows where there is none. */
  empty: ReactNode;
  /** What the button for the next page says. */
  more: string;
  children: (nodes: Node[]) => ReactNode;
}

/** The rows of a list, dimmed while others are on their way. Messages stand before, under or in place of them. */
export function Rows<Node>({ list, skeleton, empty, more, children }: RowsProps<Node>) {
  const { nodes, error, stale } = list;
  if (error) return <NotLoaded error={error} onRetry={list.refetch} />;
  if (!nodes) return <>{skeleton}</>;
  return (
    <Box aria-busy={stale} sx={dimmed(stale)}>
      {nodes.length > 0 ? children(nodes) : empty}
      <More list={list} label={more} />
    </Box>
  );
}

/** Former rows while others are on their way; a quick answer comes before one sees it. */
export const dimmed = (stale: boolean) => ({ opacity: stale ? 0.6 : 1, transition: "opacity 120ms 150ms" });
