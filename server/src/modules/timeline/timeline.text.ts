import { type ClientFieldKey, clientField, clientFieldOfColumn } from "@clientela/shared/clients/fields";
import type { TimelineKind } from "@clientela/shared/timeline/rules";
import { type Context, viewerOf } from "../../context.ts";
import type { StoredAddress } from "../../database/tables.ts";
import { MASK } from "../clients/visible.ts";
import type { FieldChange } from "./timeline.types.ts";

type Difference = [before: unknown, after: unknown];
/** A difference of the ledger: old and new value by the column's name. */
export type Differences = Record<string, Difference>;

export interface SummarySource {
  kind: TimelineKind;
  title: string | null;
  description: string | null;
  data: { changes?: Differences; before?: string; after?: string } | null;
}

const SUMMARY_LENGTH = 140;

/** An entry in one line in the viewer's language. */
export function summaryOf({ kind, title, description, data }: SummarySource, { translate }: Context): string {
  switch (kind) {
    case "CLIENT_EDITED": {
      const fields = keysOf(data?.changes ?? {}).map(([key]) => translate(`clients.field.${key.replace(".", "_")}`));
      return translate("timeline.summary.CLIENT_EDITED", { fields: fields.join(", ") });
    }
    case "STATUS_CHANGED":
      return translate("timeline.summary.STATUS_CHANGED", {
        before: translate(`clients.status.${data?.before}`),
        after: translate(`clients.status.${data?.after}`),
      });
    case "CLIENT_CREATED":
    case "CLIENT_DELETED":
      return translate(`timeline.summary.${kind}`);
    default: {
      const text = title ?? plainText(description ?? "");
      return text.length > SUMMARY_LENGTH ? `${text.slice(0, SUMMARY_LENGTH - 1)}…` : text;
    }
  }
}

/** The changes of a CLIENT_EDITED entry as the viewer may read them: hidden contact data stays hidden [F209]. */
export function shownChanges(changes: Differences, context: Context): FieldChange[] {
  const { seesContactData } = viewerOf(context);
  return keysOf(changes).map(([key, difference]) => {
    const hidden = clientField(key).sensitive && !seesContactData;
    const [before, after] = difference.map((value) => (hidden ? value && MASK : shownValue(key, value, context))) as [
      string | null,
      string | null,
    ];
    return { field: key, before: before ?? null, after: after ?? null };
  });
}

/** Only fields of the registry, in its order of writing; a column that is none of them is nobody's to read. */
const keysOf = (changes: Differences): [ClientFieldKey, Difference][] =>
  Object.entries(changes).flatMap(([column, difference]) => {
    const key = clientFieldOfColumn(column);
    return key ? [[key, difference] as [ClientFieldKey, Difference]] : [];
  });

function shownValue(key: ClientFieldKey, value: unknown, { core, translate }: Context): string | null {
  if (value === null || value === undefined) return null;
  switch (clientField(key).type) {
    case "user":
      return core.references.users.get(String(value))?.name ?? null;
    case "team":
      return core.references.teams.get(String(value))?.name ?? null;
    case "tags":
      return (value as string[]).join(", ");
    case "addresses":
      return (value as StoredAddress[]).map((address) => oneLine(address, translate)).join("\n") || null;
    case "choice":
      return translate(`clients.${key}.${String(value)}`);
    default:
      return String(value);
  }
}

/** In the order in which it is read: PostgreSQL keeps an object's keys in one of its own. */
const oneLine = (address: StoredAddress, translate: Context["translate"]): string => {
  const { type, line1, line2, postalCode, city, region, country } = address;
  const parts = [line1, line2, postalCode, city, region, country].filter(Boolean);
  return `${translate(`clients.addressType.${type}`)}: ${parts.join(", ")}`;
};

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", nbsp: " " };

/** The text of sanitised HTML, on one line. */
export const plainText = (html: string): string =>
  html
    .replace(/<[^>]*>/g, " ")
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => entities[name] ?? "")
    .replace(/\s+/g, " ")
    .trim();
