import { expect, onTestFinished, test, vi } from "vitest";
import { render } from "../../../../test/render.tsx";
import { MoreNearEnd } from "./MoreNearEnd.tsx";

test("the next page is asked for when the end comes into view, also right after it was out of it [F85]", async () => {
  let tell: (records: { isIntersecting: boolean }[]) => void = () => undefined;
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      constructor(told: typeof tell) {
        tell = told;
      }
      observe() {}
      disconnect() {}
    },
  );
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  const loadMore = vi.fn();
  await render(
    <MoreNearEnd timeline={{ nodes: [], hasMore: true, loadingMore: false, moreFailed: false, loadMore }} />,
  );
  await expect.poll(() => document.querySelector(".MuiSkeleton-root")).not.toBeNull();
  tell([{ isIntersecting: true }, { isIntersecting: false }]);
  expect(loadMore).not.toHaveBeenCalled();
  tell([{ isIntersecting: false }, { isIntersecting: true }]);
  expect(loadMore).toHaveBeenCalledTimes(1);
});
