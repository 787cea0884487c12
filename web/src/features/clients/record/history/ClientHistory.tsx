import { lazy, Suspense } from "react";
import { useSearchParam } from "../../../../hooks/useSearchParam.ts";
import type { ClientRecord } from "../../clientValues.ts";

const AsOfPanel = lazy(() => import("./AsOfPanel.tsx").then(({ AsOfPanel }) => ({ default: AsOfPanel })));
const FieldHistoryPanel = lazy(() =>
  import("./FieldHistoryPanel.tsx").then(({ FieldHistoryPanel }) => ({ default: FieldHistoryPanel })),
);

/** What the address asks to see of a record's past: `?asOf=<moment>` all of it, `?history=<field>` one field. */
export function ClientHistory({ client }: { client: ClientRecord }) {
  const [at, setAt] = useSearchParam("asOf");
  const [field, setField] = useSearchParam("history");
  return (
    <Suspense>
      {at !== null && <AsOfPanel client={client} at={at} onAt={setAt} />}
      {field !== null && <FieldHistoryPanel client={client} field={field} onClose={() => setField(null)} />}
    </Suspense>
  );
}
