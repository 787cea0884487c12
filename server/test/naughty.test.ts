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
  write(text: string): Promise<Answer<Record<string, unknown>>>;
  path: string[];
}

const codesOf = (errors: Answer<unknown>["errors"]) => errors.map(({ extensions }) => extensions?.code);
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

  const changeClient = (input: object) =>
    api.owner.gql(
      `mutation ($id: ID!, $input: UpdateClientInput!) {
        value: updateClient(id: $id, input: $input) { name contactPerson customFields } }`,
      { id: clientId, input },
    );
  const fields: Field[] = [
    { label: "client's name", max: 200, required: true, write: (name) => changeClient({ name }), path: ["name"] },
    {
      label: "contact person",
      max: 200,
      write: (contactPerson) => changeClient({ contactPerson }),
      path: ["contactPerson"],
    },
    {
      label: "text of a field of the business's own",
      max: 500,
      write: (zone) => changeClient({ customFields: { zone } }),
      path: ["customFields", "zone"],
    },
    {
      label: "task's title",
      max: 200,
      required: true,
      write: (title) =>
        api.owner.gql(
          `mutation ($clientId: ID!, $input: TaskInput!) {
            value: createTask(clientId: $clientId, input: $input) { title } }`,
          { clientId, input: { title } },
        ),
      path: ["title"],
    },
    {
      label: "tag's name",
      max: 60,
      required: true,
      write: (name) =>
        api.owner.gql("mutation ($id: ID!, $input: TagInput!) { value: updateTag(id: $id, input: $input) { name } }", {
          id: tagId,
          input: { name },
        }),
      path: ["name"],
    },
  ];

  test.each(fields)(
    "a $label is each of 458 naughty strings to the letter, but for what nobody sees",
    async ({ max, required, write, path }) => {
      let kept = 0;
      for (const text of strings) {
        const { data, errors } = await write(text);
        const expected = oneLine(text);
        if ([...expected].length > max || (required && expected === "")) {
          expect([text, codesOf(errors)]).toEqual([text, ["BAD_USER_INPUT"]]);
          continue;
        }
        kept += 1;
        expect([text, errors]).toEqual([text, []]);
        expect(valueAt(data, ["value", ...path]) ?? "").toBe(expected);
      }
      expect(kept).toBeGreaterThan(350);
    },
    timeout,
  );

  test.each(fields)("a $label with what no database keeps is refused, not changed", async ({ write }) => {
    for (const text of ["a\0b", "a\ud800b", "a\udc00"])
      expect([text, codesOf((await write(text)).errors)]).toEqual([text, ["BAD_USER_INPUT"]]);
  });
});
