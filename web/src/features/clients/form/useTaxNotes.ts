import type { TaxNumber, TaxNumberNote } from "@clientela/shared/tax-ids/check";
import { useEffect } from "react";
import { createStore, useStore } from "../../../hooks/createStore.ts";
import { textOf } from "../../../i18n/i18n.ts";

/** Something to say about a part of a tax number, beside it. */
export interface TaxNote {
  text: string;
  warning: boolean;
}

/** The rules of eighty countries arrive with the first tax number that is looked at. */
const loaded = createStore<{ check: (tax: TaxNumber) => TaxNumberNote[] } | null>(null);
let asked = false;

function load(): void {
  if (asked) return;
  asked = true;
  import("@clientela/shared/tax-ids/check").then(
    ({ checkTaxNumber }) => loaded.set({ check: checkTaxNumber }),
    () => {
      asked = false;
    },
  );
}

/** What looks wrong with a tax number, by the part of the tax profile it is about [F18]. */
export function useTaxNotes(tax: TaxNumber): Partial<Record<TaxNumberNote["path"], TaxNote>> {
  const rules = useStore(loaded);
  const wanted = Boolean(tax.country && tax.taxId);
  useEffect(() => {
    if (wanted) load();
  }, [wanted]);
  if (!rules || !wanted) return {};
  const notes = rules.check(tax).map(({ path, text, warning }) => [path, { text: textOf(text), warning }]);
  return Object.fromEntries(notes);
}
