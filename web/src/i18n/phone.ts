import { useEffect } from "react";
import { createStore, useStore } from "../hooks/createStore.ts";
import { useSettings } from "../session/useSession.ts";

type Format = typeof import("@clientela/shared/normalize/phone").formatPhone;

/** The numbering plans of the world are too heavy for the first load: until they are here, numbers show as stored. */
const loaded = createStore<{ format: Format } | null>(null);
let asked = false;

function load(): void {
  if (asked) return;
  asked = true;
  import("@clientela/shared/normalize/phone").then(
    ({ formatPhone }) => loaded.set({ format: formatPhone }),
    () => {
      asked = false;
    },
  );
}

/**
 * How a stored number is shown to people of the business's country; what is copied and called stays as stored. With
 * `abroad` it has its country before it, so that it means the same wherever it is read.
 */
export function usePhoneFormat(): (value: string, options?: { abroad: boolean }) => string {
  const plans = useStore(loaded);
  const country = useSettings()?.country;
  useEffect(load, []);
  return (value, { abroad } = { abroad: false }) => (plans ? plans.format(value, abroad ? null : country) : value);
}
