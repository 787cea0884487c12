import { useEffect, useState } from "react";
import { useCustomFieldSettingsQuery } from "./customFields.generated.ts";

const POLL_MS = 1000;

/** The fields in use and the deleted ones; asked for again and again while work on one of them is under way. */
export function useFieldSettings() {
  const [works, setWorks] = useState(false);
  const query = useCustomFieldSettingsQuery({
    fetchPolicy: "cache-and-network",
    pollInterval: works ? POLL_MS : 0,
  });
  const { customFields = [], deletedCustomFields = [] } = query.data ?? {};
  const working = [...customFields, ...deletedCustomFields].some(({ work }) => work !== null);
  useEffect(() => setWorks(working), [working]);
  return query;
}
