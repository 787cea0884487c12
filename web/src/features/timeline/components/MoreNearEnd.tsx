import Box from "@mui/material/Box";
import Skeleton from "@mui/material/Skeleton";
import type { useTimeline } from "../useTimeline.ts";

interface MoreNearEndProps {
  timeline: Pick<ReturnType<typeof useTimeline>, "nodes" | "hasMore" | "loadingMore" | "moreFailed" | "loadMore">;
}

/** The next page, asked for before one gets to the end. */
export function MoreNearEnd({ timeline }: MoreNearEndProps) {
  const { hasMore, loadingMore, moreFailed, loadMore } = timeline;
  if (!hasMore || moreFailed) return null;
  return (
    <Box
      key={timeline.nodes?.length}
      ref={(element: HTMLElement | null) => {
        if (!element || loadingMore) return;
        // The last record says how it is now: out of view and into it again may come in one call.
        const observer = new IntersectionObserver((seen) => seen.at(-1)?.isIntersecting && loadMore(), {
          rootMargin: "600px",
        });
        observer.observe(element);
        return () => observer.disconnect();
      }}
      sx={{ py: 1 }}
    >
      <Skeleton height={28} width="60%" />
    </Box>
  );
}
