import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";

const texts = [
  "",
  " ",
  "a",
  "%",
  "_",
  "\\",
  "'",
  '"',
  "\u0000",
  "a\u0000b",
  "\ud800",
  "\u202e",
  "🎉",
  "x".repeat(300),
  "Ñ",
  "{}",
  "[1]",
  "null",
  "undefined",
  "infinity",
  "-infinity",
  "NaN",
  "1e999",
  "__proto__",
  "constructor",
  "'; drop table client; --",
  "{{name}}",
  "<script>",
  "ana@example.org",
  "+34911234567",
  "es",
  "EUR",
  "UTC",
  "America/Panama",
  "#000000",
  "WyJ4Il0",
  "eyJ4IjoxfQ",
];
const numbers = [0, 1, 2, 100, 101, -1, 2147483647, -2147483648, 2147483648, 1.5, "7", null, true];
const days = [
  "2024-02-29",
  "2026-11-21",
  "0001-01-01",
  "9999-12-31",
  "0000-01-01",
  "2024-02-30",
  "today",
  "",
  20240101,
];
const moments = [
  "2024-01-31T10:00:00Z",
  "0001-01-01T00:00:00Z",
  "0001-01-01T00:00:00+14:00",
  "9999-12-31T23:59:59.999999Z",
  "9999-12-31T23:59:59-14:00",
  "2024-01-31T10:00:00.123456789+05:30",
  "infinity",
  "",
  0,
];

/** Root fields that end the caller's own session, or wait on purpose. */
const left = new Set(["signIn", "signOut", "signOutEverywhere", "signOutSession", "changePassword", "setUp"]);

/** Operations generated from the schema, the same for the same seed: any field, any nesting, arguments fit and unfit. */
export class RandomOperations {
  private readonly roots: [kind: "query" | "mutation", field: GraphQLField<unknown, unknown>][];
  private declared: string[] = [];
  private variables: Record<string, unknown> = {};

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly ids: readonly string[],
    private seed: number,
    /** Queries only, some of their fields under `@include` and in fragments. */
    private readonly reads = false,
  ) {
    const fields = (type: GraphQLNamedType | null | undefined) =>
      isObjectType(type) ? Object.values(type.getFields()) : [];
    this.roots = [
      ...fields(schema.getQueryType()).map((field) => ["query", field] as ["query", typeof field]),
      ...fields(reads ? null : schema.getMutationType()).map(
        (field) => ["mutation", field] as ["mutation", typeof field],
      ),
    ].filter(([, { name }]) => !left.has(name));
  }

  /** The next operation and its variables. */
  next(): { query: string; variables: Record<string, unknown> } {
    this.declared = [];
    this.variables = {};
    const [kind, field] = this.pick(this.roots);
    const text = this.field(field, 0);
    const declared = this.declared.length > 0 ? `(${this.declared.join(", ")})` : "";
    return { query: `${kind} ${declared} { ${text} }`, variables: this.variables };
  }

  /** mulberry32: small, and the same everywhere. */
  private random(): number {
    this.seed = (this.seed + 0x6d2b79f5) | 0;
    let t = Math.imul(this.seed ^ (this.seed >>> 15), 1 | this.seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }
  private pick = <T>(items: readonly T[]): T => items[Math.floor(this.random() * items.length)] as T;
  private chance = (probability: number) => this.random() < probability;

  private field(field: GraphQLField<unknown, unknown>, depth: number): string {
    const passed = field.args.flatMap(({ name, type }) => {
      if (!isNonNullType(type) && this.chance(0.6)) return [];
      const variable = `v${this.declared.length}`;
      this.declared.push(`$${variable}: ${type}`);
      this.variables[variable] = this.value(type, 0);
      return [`${name}: $${variable}`];
    });
    const alias = this.chance(0.05) ? `a${Math.floor(this.random() * 1000)}: ` : "";
    const args = passed.length > 0 ? `(${passed.join(", ")})` : "";
    return `${alias}${field.name}${args}${this.directive(depth)}${this.selection(field.type, depth)}`;
  }

  private directive(depth: number): string {
    if (!this.reads || depth === 0 || !this.chance(0.1)) return "";
    const variable = `v${this.declared.length}`;
    this.declared.push(`$${variable}: Boolean!`);
    this.variables[variable] = this.chance(0.5);
    return ` @${this.pick(["include", "skip"])}(if: $${variable})`;
  }

  private selection(output: GraphQLOutputType, depth: number): string {
    const type = getNamedType(output);
    if (!isObjectType(type) && !isInterfaceType(type)) return "";
    const fields = Object.values(type.getFields()).filter(
      ({ type: of }) => depth < 5 || !isObjectType(getNamedType(of)),
    );
    const chosen = fields
      .filter(() => this.chance(depth < 2 ? 0.5 : 0.25))
      .map((field) => this.field(field, depth + 1));
    if (isInterfaceType(type) && this.chance(0.5)) {
      const member = this.pick(this.schema.getPossibleTypes(type));
      chosen.push(`... on ${member.name}${this.selection(member, depth + 1)}`);
    }
    if (this.reads && this.chance(0.1)) chosen.push(`... ${this.directive(depth)} ${this.selection(type, depth + 1)}`);
    return ` { ${["__typename", ...chosen].join(" ")} }`;
  }

  private value(type: GraphQLInputType, depth: number): unknown {
    if (isNonNullType(type)) return this.chance(0.02) ? null : this.value(type.ofType, depth);
    if (this.chance(0.1)) return null;
    if (isListType(type)) {
      const item = type.ofType;
      return Array.from({ length: Math.floor(this.random() * 4) }, () => this.value(item, depth + 1));
    }
    if (isEnumType(type)) return this.chance(0.03) ? "NONE" : this.pick(type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter((field) => isNonNullType(field.type) || this.chance(0.4));
      return Object.fromEntries(fields.map((field) => [field.name, this.value(field.type, depth + 1)]));
    }
    switch (type.name) {
      case "ID":
        return this.chance(0.75) ? this.pick(this.ids) : this.pick(texts);
      case "Int":
        return this.chance(0.7) ? Math.floor(this.random() * 20) : this.pick(numbers);
      case "Boolean":
        return this.chance(0.97) ? this.chance(0.5) : "true";
      case "Date":
        return this.pick(days);
      case "DateTime":
        return this.pick(moments);
      default:
        return this.pick(texts);
    }
  }
}
