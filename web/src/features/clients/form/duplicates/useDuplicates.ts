import { useEffect, useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { type ClientDuplicatesQuery, useClientDuplicatesQuery } from "../../clients.generated.ts";

export type DuplicateMatch = ClientDuplicatesQuery["clientDuplicates"][number];

const watched = ["name", "email", "phone", "mobile", "whatsapp", "taxProfile.taxId", "addresses"] as const;
/** Long enough that nobody is interrupted in the middle of a word. */
const pause = 600;
const shortest = 4;

/**
 * Clients that may be the one being typed into the form around it. They stay shown while the next answer is on its way.
 * A failed question is not shown: creating still refuses a certain duplicate.
 */
export function useDuplicates(): readonly DuplicateMatch[] {
  const { control } = useFormContext();
  const typed = useWatch({ control, name: watched });
  const [name, email, phone, mobile, whatsapp, taxId, addresses] = typed as [...Texts, Address[] | null];
  const probe = JSON.stringify({
    ...worth({ name, email: email?.includes("@") ? email : null, phone, mobile, whatsapp, taxId }),
    country: addresses?.find(({ type }) => type === "MAIN")?.country ?? undefined,
  });
  const [asked, setAsked] = useState(probe);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(probe), pause);
    return () => clearTimeout(timer);
  }, [probe]);
  const { country, ...input } = JSON.parse(asked);
  const empty = Object.keys(input).length === 0;
  const { data, previousData } = useClientDuplicatesQuery({
    variables: { input: { ...input, country } },
    skip: empty,
    fetchPolicy: "no-cache",
  });
  return empty ? none : ((data ?? previousData)?.clientDuplicates ?? none);
}

type Text = string | null | undefined;
type Texts = [Text, Text, Text, Text, Text, Text];
interface Address {
  type: string;
  country?: string | null;
}
const none: readonly DuplicateMatch[] = [];

const worth = (values: Record<string, Text>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => (value?.trim().length ?? 0) >= shortest));
