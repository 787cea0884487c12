import { oneLine } from "@clientela/shared/normalize/text";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sanitizeRichText } from "../src/core/rich-text.ts";
import type { Api } from "./api.ts";
import { addClient, addTag, changeSettings, startBusiness } from "./business.ts";
import type { Answer, Caller } from "./caller.ts";
import html from "./fixtures/html-payloads.json" with { type: "json" };
import naughty from "./fixtures/naughty-strings.json" with { type: "json" };

const { payloads } = html;
const { strings } = naughty;
/** Every operation waits for the one before it. */
const timeout = 240_000;

/** Tags whose attributes are all that a text may come back with. */
const allowed: Record<string, readonly string[]> = {
  ...Object.fromEntries(
    ["p", "br", "strong", "b", "em", "i", "u", "s", "ul", "ol", "li", "blockquote", "code", "pre", "h3", "h4"].map(
      (tag) => [tag, []],
    ),
  ),
  a: ["href", "rel", "target"],
  span: ["data-mention"],
  table: [],
  tbody: [],
  tr: [],
  th: ["colspan", "rowspan"],
  td: ["colspan", "rowspan"],
};

const harmless = new Set(["http:", "https:", "mailto:", "tel:"]);
/** An attribute's value as a browser reads it from sanitised HTML. */
const decoded = (value: string) =>
  value.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** What in sanitised HTML is none of the tags, attributes and addresses that a text may have. */
function strangersIn(html: string): string[] {
  const strangers: string[] = [];
  const rest = html.replace(
    /<\/?([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>]*")*)(?: \/)?>/g,
    (whole, tag: string, attributes: string) => {
      for (const [, name = "", value = ""] of attributes.matchAll(/ ([a-z-]+)="([^"]*)"/g)) {
        if (!allowed[tag]?.includes(name)) strangers.push(whole);
        if (name === "href" && !harmless.has(new URL(decoded(value), "https://own.example").protocol))
          strangers.push(whole);
      }
      if (!allowed[tag]) strangers.push(whole);
      return "";
    },
  );
  return /[<>]/.test(rest) ? [...strangers, rest] : strangers;
}

interface Field {
  label: string;
  /** Characters. */
  max: number;
  required?: true;
  /** Where it is in the input, and in the record that is answered. */
  path: string[];
}
interface Written {
  record: string;
  fields: Field[];
  write(input: object): Promise<Answer<Record<string, unknown>>>;
}

const codesOf = (errors: Answer<unknown>["errors"]) => errors.map(({ extensions }) => extensions?.code);
const inputOf = (fields: Field[], text: string) =>
  Object.fromEntries(
    fields.map(({ path: [first = "", ...inner] }) => [
      first,
      inner.reduceRight<unknown>((value, key) => ({ [key]: value }), text),
    ]),
  );
const valueAt = (data: unknown, path: string[]) =>
  path.reduce((inner, key) => (inner as Record<string, unknown> | null | undefined)?.[key], data);

describe("what hostile input comes back as", () => {
  let api: Api & { owner: Caller };
  let clientId: string;
  let tagId: string;
  beforeAll(async () => {
    api = await startBusiness();
    await changeSettings(api.owner, { requireEmail: false });
    await api.owner.ok('mutation { createCustomField(input: { key: "zone", label: "Zona", type: TEXT }) { id } }');
    clientId = await addClient(api.owner);
    tagId = await addTag(api.owner, "Feria");
  });
  afterAll(() => api.stop());

  test.each([
    ["221 payloads of DOMPurify's tests", payloads, 221],
    ["458 naughty strings", strings, 458],
  ])(
    "a note of each of %s keeps nothing that runs, and a second pass changes nothing [F102]",
    async (_, texts, count) => {
      const ADD = `mutation ($clientId: ID!, $input: TimelineEntryInput!) {
        addTimelineEntry(clientId: $clientId, input: $input) { description } }`;
      const add = (description: string) =>
        api.owner.gql<{ addTimelineEntry: { description: string } }>(ADD, { clientId, input: { description } });
      expect(texts).toHaveLength(count);
      let notes = 0;
      for (const text of texts) {
        const { data, errors } = await add(text);
        // Nothing is left of some, and a note says something.
        if (errors.length > 0) {
          expect([text, codesOf(errors)]).toEqual([text, ["BAD_USER_INPUT"]]);
          continue;
        }
        notes += 1;
        const description = data?.addTimelineEntry.description ?? "";
        expect([text, strangersIn(description)]).toEqual([text, []]);
        expect(sanitizeRichText(description)).toBe(description);
      }
      expect(notes).toBeGreaterThan(count / 3);
    },
    timeout,
  );

  test("the judge of notes knows what runs", () => {
    const judged = payloads.filter((html) => strangersIn(html).length > 0);
    expect(judged.length).toBeGreaterThan(payloads.length * 0.9);
    expect(strangersIn('<p>a &lt; b</p><a href="https://example.org">x</a>')).toEqual([]);
  });

  const written: Written[] = [
    {
      record: "client",
      // Those that take a string are written together: nothing else costs as much to write as a client.
      fields: [
        { label: "name", max: 200, required: true, path: ["name"] },
        { label: "contact person", max: 200, path: ["contactPerson"] },
        { label: "text of a field of the business's own", max: 500, path: ["customFields", "zone"] },
      ],
      write: (input) =>
        api.owner.gql(
          `mutation ($id: ID!, $input: UpdateClientInput!) {
            value: updateClient(id: $id, input: $input) { name contactPerson customFields } }`,
          { id: clientId, input },
        ),
    },
    {
      record: "task",
      fields: [{ label: "title", max: 200, required: true, path: ["title"] }],
      write: (input) =>
        api.owner.gql(
          `mutation ($clientId: ID!, $input: TaskInput!) {
            value: createTask(clientId: $clientId, input: $input) { title } }`,
          { clientId, input },
        ),
    },
    {
      record: "tag",
      fields: [{ label: "name", max: 60, required: true, path: ["name"] }],
      write: (input) =>
        api.owner.gql("mutation ($id: ID!, $input: TagInput!) { value: updateTag(id: $id, input: $input) { name } }", {
          id: tagId,
          input,
        }),
    },
  ];

  test.each(written)(
    "what is written of a $record is each of 458 naughty strings to the letter, but for what nobody sees",
    async ({ fields, write }) => {
      const kept = new Map(fields.map((field) => [field, 0]));
      for (const text of strings) {
        const expected = oneLine(text);
        const takes = ({ max, required }: Field) => [...expected].length <= max && !(required && expected === "");
        for (const field of fields.filter((one) => !takes(one))) {
          const { errors } = await write(inputOf([field], text));
          expect([field.label, text, codesOf(errors)]).toEqual([field.label, text, ["BAD_USER_INPUT"]]);
        }
        const taking = fields.filter(takes);
        if (taking.length === 0) continue;
        const { data, errors } = await write(inputOf(taking, text));
        expect([text, errors]).toEqual([text, []]);
        for (const field of taking) {
          expect([field.label, valueAt(data, ["value", ...field.path]) ?? ""]).toEqual([field.label, expected]);
          kept.set(field, (kept.get(field) ?? 0) + 1);
        }
      }
      for (const count of kept.values()) expect(count).toBeGreaterThan(350);
    },
    timeout,
  );

  test.each(written.flatMap(({ record, fields, write }) => fields.map((field) => ({ record, field, write }))))(
    "a $record's $field.label with what no database keeps is refused, not changed",
    async ({ field, write }) => {
      for (const text of ["a\0b", "a\ud800b", "a\udc00"])
        expect([text, codesOf((await write(inputOf([field], text))).errors)]).toEqual([text, ["BAD_USER_INPUT"]]);
    },
  );
});
