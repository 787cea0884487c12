import { type DocumentNode, type GraphQLError, type GraphQLSchema, parse, specifiedRules, validate } from "graphql";
import { MAX_TOKENS, shapeLimits } from "./limits.ts";

const rules = [...specifiedRules, shapeLimits];
/** About ten megabytes at worst. */
const MAX_KEPT = 200;
const MAX_LENGTH = 5000;

interface Checked {
  document: DocumentNode;
  errors: readonly GraphQLError[];
}

/** Parsed and validated documents by their text: a thousand subscribers of one page share one, and its statements. */
export class Documents {
  private readonly kept = new Map<string, Checked>();

  constructor(private readonly schema: GraphQLSchema) {}

  /** @throws GraphQLError for a text that is no document */
  get(text: string): Checked {
    const known = this.kept.get(text);
    this.kept.delete(text);
    const checked = known ?? this.check(text);
    if (text.length <= MAX_LENGTH) this.kept.set(text, checked);
    const [oldest] = this.kept.keys();
    if (this.kept.size > MAX_KEPT && oldest !== undefined) this.kept.delete(oldest);
    return checked;
  }

  private check(text: string): Checked {
    const document = parse(text, { maxTokens: MAX_TOKENS });
    return { document, errors: validate(this.schema, document, rules) };
  }
}
