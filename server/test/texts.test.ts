import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { clientFields } from "@clientela/shared/clients/fields";
import { en } from "@clientela/shared/locales/en";
import { es } from "@clientela/shared/locales/es";
import { publicEs } from "@clientela/shared/locales/public-es";
import { type EnumTypeDefinitionNode, parse } from "graphql";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

interface Texts {
  [name: string]: string | Texts;
}
const namesIn = (texts: Texts, path = ""): string[] =>
  Object.entries(texts).flatMap(([name, text]) =>
    typeof text === "string"
      ? `${path}${name}`.replace(/_(zero|one|many|other)$/, "")
      : namesIn(text, `${path}${name}.`),
  );
const names = { es: new Set(namesIn(es)), en: new Set(namesIn(en)) };
const without = (wanted: string[]) => wanted.filter((name) => !names.es.has(name) || !names.en.has(name));

/** The product's own code: neither its tests nor its texts. */
const sources = ["server/src", "shared/src", "web/src"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|locales\/|generated/.test(file.replaceAll("\\", "/")))
    .map((file) => ({ file: `${folder}/${file}`, code: readFileSync(join(root, folder, file), "utf8") })),
);

/** What says each value of an enum of the API in the admin; none where no value is ever shown. */
const words: Record<string, string[]> = {
  AddressType: ["clients.addressType"],
  BulkStatus: [],
  Channel: ["clients.channel"],
  ClientKind: ["clients.kind"],
  ClientOrderField: [],
  ClientStatus: ["clients.status"],
  CustomFieldType: ["customFields.type"],
  DatePreset: ["filters.preset"],
  FieldOperator: ["customFields.operator"],
  MessageKind: [],
  MessageState: ["outbox.states"],
  NewsletterState: ["clients.newsletterStatus"],
  NewsletterStatus: ["clients.newsletterStatus"],
  NotificationKind: ["notifications.text", "notifications.several", "notifications.kind"],
  PortalPermission: ["contacts.portalPermission"],
  RevisionChange: ["timeline.history.change"],
  Role: ["people.roles", "people.roleHint"],
  SortDirection: [],
  TaskPriority: ["tasks.priority"],
  TimelineKind: ["timeline.kind"],
  TimelineStage: ["timeline.stage"],
};

describe("nothing that can be shown is without a text in either language [F5]", () => {
  const enums = parse(readFileSync(join(root, "schema.graphql"), "utf8")).definitions.filter(
    (node): node is EnumTypeDefinitionNode => node.kind === "EnumTypeDefinition",
  );

  it("of what the API names, each enum is looked at here", () => {
    expect(Object.keys(words).sort()).toEqual(enums.map(({ name }) => name.value).sort());
  });

  it.each(enums.map((node) => ({ name: node.name.value, node })))("$name", ({ name, node }) => {
    const values = node.values?.map((value) => value.name.value) ?? [];
    expect(without((words[name] ?? []).flatMap((place) => values.map((value) => `${place}.${value}`)))).toEqual([]);
  });

  it("every field of a client", () => {
    const fields = Object.keys(clientFields).map((key) => `clients.field.${key.replaceAll(".", "_")}`);
    expect(without(fields)).toEqual([]);
  });

  it("every error that the rules or the server name", () => {
    const named = sources.flatMap(({ file, code }) =>
      [...code.matchAll(/["'`](errors\.[\w.]*\w)["'`]/g)].map(([, name]) => ({ file, name: name ?? "" })),
    );
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter(({ name }) => without([name]).length > 0)).toEqual([]);
  });
});

it("no text is left that nothing shows", () => {
  const places = new Set(
    [...names.es].flatMap((name) => name.split(".").map((_, index, parts) => parts.slice(0, index + 1).join("."))),
  );
  const used = new Set<string>();
  const patterns: RegExp[] = [];
  for (const { code } of sources) {
    for (const [, literal] of code.matchAll(/["'`]([a-zA-Z]\w*(?:\.\w+)+)["'`]/g)) if (literal) used.add(literal);
    for (const [, template] of code.matchAll(/`(\w[\w.]*\.(?:\w*\$\{[^}]*\}[\w.]*)+)`/g))
      if (template) patterns.push(new RegExp(`^${template.replaceAll(".", "\\.").replace(/\$\{[^}]*\}/g, "\\w+")}$`));
  }
  const groups = [...used].filter((literal) => places.has(literal) && !names.es.has(literal));
  const shown = (name: string) =>
    used.has(name) || patterns.some((each) => each.test(name)) || groups.some((each) => name.startsWith(`${each}.`));
  expect([...names.es].filter((name) => !shown(name))).toEqual([]);
});

it("what the pages before sign-in say is among the texts that they load", () => {
  const code = new Map(sources.map(({ file, code }) => [file, code]));
  const [base, ...pages] = ["web/src/main.tsx", ...sources.flatMap(publicPages)];
  expect(pages.length).toBeGreaterThan(3);
  const reached = new Set<string>();
  const walk = (file: string) => {
    if (reached.has(file) || !code.has(file)) return;
    reached.add(file);
    for (const [, path] of (code.get(file) ?? "").matchAll(/^(?:import|export|\}) .*from "(\.[^"]+)";$/gm))
      walk(join(dirname(file), path ?? ""));
  };
  for (const file of [base, ...pages]) walk(file ?? "");
  const foreign = [...reached].flatMap((file) =>
    [...(code.get(file) ?? "").matchAll(/\bt\(\s*["'`]([\w.]+)/g)]
      .map(([, name = ""]) => ({ file, name }))
      .filter(({ name }) => !Object.hasOwn(publicEs, name.split(".")[0] ?? "")),
  );
  expect(foreign).toEqual([]);
});

/** The files of the pages that a feature shows to anyone. */
const publicPages = ({ file, code }: { file: string; code: string }) =>
  [...code.matchAll(/access: "public",[^}]*?import\("\.\/([^"]+)"\)/g)].map(([, path = ""]) =>
    join(dirname(file), path),
  );
