import { clientColumns } from "@clientela/shared/clients/columns";
import { clientFields } from "@clientela/shared/clients/fields";
import { labelKeyOf, wordKeyOf } from "@clientela/shared/clients/fieldTexts";
import { clientKinds, clientStatuses } from "@clientela/shared/clients/words";
import { portalPermissions } from "@clientela/shared/contacts/rules";
import { customFieldTypes } from "@clientela/shared/custom-fields/types";
import { newsletterStatuses } from "@clientela/shared/lists/words";
import { en } from "@clientela/shared/locales/en";
import { es } from "@clientela/shared/locales/es";
import { expect, test } from "vitest";
import { columnKeyOf } from "./columnLabels.ts";

const textAt = (texts: object, key: string): unknown =>
  key.split(".").reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], texts);

const keys = [
  ...(["name", ...clientColumns] as const).map(columnKeyOf),
  ...(Object.keys(clientFields) as (keyof typeof clientFields)[]).map((key) => labelKeyOf(key)),
  ...clientStatuses.map((word) => wordKeyOf("status", word)),
  ...clientKinds.map((word) => wordKeyOf("kind", word)),
  ...newsletterStatuses.map((word) => wordKeyOf("newsletterStatus", word)),
  ...portalPermissions.map((word) => `contacts.portalPermission.${word}`),
  ...customFieldTypes.map((word) => `customFields.type.${word}`),
  ...Object.keys(es.timeline.kind).map((kind) => `timeline.kind.${kind}`),
];

test.each([
  ["es", es],
  ["en", en],
])("every column, field, word and kind of entry has a text in %s [F55]", (_language, texts) => {
  expect(keys.filter((key) => key === null || typeof textAt(texts, key) !== "string")).toEqual([]);
});
