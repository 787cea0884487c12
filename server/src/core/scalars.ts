import { GraphQLError, GraphQLScalarType, Kind, type ValueNode, valueFromASTUntyped } from "graphql";

const DATE_TIME =
  /^(\d{4}-\d{2}-\d{2})[Tt]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** A UUID as PostgreSQL writes it, or null for any other text: PostgreSQL would fail on it. */
export const uuidOrNull = (text: string): string | null => (UUID.test(text) ? text.toLowerCase() : null);

/** The ids of a list, each once however it is written; null stands for every text that is no id. */
export const distinctIds = (ids: readonly string[]): (string | null)[] => [...new Set(ids.map(uuidOrNull))];

const refuse = (what: string): never => {
  throw new GraphQLError(`Not ${what}`, { extensions: { code: "BAD_USER_INPUT" } });
};

/** Whether it is a day of the Gregorian calendar, written `2024-02-29`. */
const isDay = (text: string): boolean => {
  const date = new Date(`${text}T00:00:00Z`);
  // ISO 8601 has a year 0000, PostgreSQL has not.
  return !Number.isNaN(date.getTime()) && text >= "0001" && date.toISOString().slice(0, 10) === text;
};

const dateTimeOf = (value: unknown): Date => {
  const match = typeof value === "string" ? DATE_TIME.exec(value) : null;
  const moment = match && isDay(match[1] as string) ? new Date(match[0]) : undefined;
  // An offset may lead out of the years that four digits tell, which PostgreSQL is not sent.
  const year = moment?.getUTCFullYear() ?? 0;
  return moment && year >= 1 && year <= 9999 ? moment : refuse("a date and time in ISO 8601 with its zone");
};
const dateOf = (value: unknown): string =>
  typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) && isDay(value)
    ? value
    : refuse("a date (YYYY-MM-DD)");

const literal = (node: ValueNode): unknown =>
  node.kind === Kind.STRING ? node.value : node.kind === Kind.INT ? Number(node.value) : undefined;

/** ISO 8601 in UTC. PostgreSQL's JSON writes `2024-01-31T10:00:00.123456+00:00`; that and a Date are both served. */
export const DateTime = new GraphQLScalarType<Date, string>({
  name: "DateTime",
  description: "A moment in ISO 8601 in UTC, as in 2024-01-31T10:00:00Z.",
  serialize: (value) => {
    if (value instanceof Date) return value.toISOString();
    return typeof value === "string" && value.endsWith("+00:00")
      ? `${value.slice(0, -6)}Z`
      : dateTimeOf(value).toISOString();
  },
  parseValue: dateTimeOf,
  parseLiteral: (node) => dateTimeOf(literal(node)),
});

/** A calendar day. A JavaScript Date is a moment, not a day, and is refused. */
export const CalendarDate = new GraphQLScalarType<string, string>({
  name: "Date",
  description: "A calendar day in the time zone of the business, as in 2024-01-31.",
  serialize: dateOf,
  parseValue: dateOf,
  parseLiteral: (node) => dateOf(literal(node)),
});

/** Any JSON value. */
export const Json = new GraphQLScalarType<unknown, unknown>({
  name: "JSON",
  description: "Any JSON value.",
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: (node, variables) => valueFromASTUntyped(node, variables),
});
