import { lazy, Suspense } from "react";
import { useSearchParams } from "react-router";
import { features } from "./features.ts";
import { Part } from "./feedback/Part.tsx";

const panels = features.flatMap(({ panel }) =>
  panel ? [{ ...panel, Shown: lazy(() => panel.load().then((Shown) => ({ default: Shown }))) }] : [],
);

/** Fetches what the panels are made of, before somebody asks for one. */
export const preloadPanels = () => Promise.allSettled(panels.map(({ load }) => load()));

/**
 * The panels that the address opens over whatever page one is on, which stays as it is.
 * @param withRecord the page is a client's record, which shows some itself
 */
export function Panels({ withRecord }: { withRecord: boolean }) {
  const [params] = useSearchParams();
  return panels.map(({ parameter, knowsClient, Shown }) =>
    params.has(parameter) && !(withRecord && knowsClient) ? (
      <Part key={parameter} name={parameter}>
        <Suspense>
          <Shown />
        </Suspense>
      </Part>
    ) : null,
  );
}
