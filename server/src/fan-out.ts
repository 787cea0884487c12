import { createSourceEventStream, type DocumentNode, type ExecutionArgs, execute, type GraphQLError } from "graphql";
import type { Context } from "./context.ts";
import { Sharing } from "./core/sharing.ts";
import { type Viewer, viewerShape } from "./core/viewer.ts";

/** A subscription, and the way to whoever asked for it. */
export interface Subscription extends ExecutionArgs {
  contextValue: Context;
  /** Sends the text of an answer; resolves when it was taken. */
  tell(answer: string): Promise<void>;
}

interface Answer {
  text: string;
  viewer: Viewer | null;
  /** Whether it depends on who the viewer is. */
  personal: boolean;
}

/** What an answer may depend on and yet be the same for many: all of it is part of `sameFor`. */
const COMMON_OF_CONTEXT = new Set<PropertyKey>([
  "core",
  "viewer",
  "translate",
  "locale",
  "log",
] satisfies (keyof Context)[]);
const PERSONAL_OF_VIEWER = new Set<PropertyKey>(["userId", "teamIds"] satisfies (keyof Viewer)[]);

/**
 * Tells subscribers of events. A thousand wait for the same one: it is executed and written as text once for all whom
 * the answer would be the same. Whether they may be told is the source's matter, for each.
 */
export class FanOut {
  private readonly answers = new Sharing<Answer>();
  private readonly numbers = new WeakMap<object, number>();
  private lastNumber = 0;

  constructor(
    private readonly present: (errors: readonly GraphQLError[], context: Context) => readonly GraphQLError[],
  ) {}

  /** For graphql-ws, which learns the end only: every event is told on the way. */
  subscribe = async (subscription: Subscription) => {
    const source = await createSourceEventStream(subscription);
    if (!(Symbol.asyncIterator in source)) return source;
    const events = source[Symbol.asyncIterator]();
    const group = this.sameFor(subscription);
    const end = { done: true, value: undefined } as const;
    return {
      next: async () => {
        try {
          for (;;) {
            const { done, value } = await events.next();
            if (done) return end;
            await subscription.tell(await this.answer(group, value, subscription));
          }
        } catch (error) {
          await events.return?.();
          throw error;
        }
      },
      return: async () => {
        await events.return?.();
        return end;
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  };

  /** The answer of those who wait for the same event at the same time; where it is personal, of the same person's. */
  private async answer(group: string, event: unknown, subscription: Subscription): Promise<string> {
    const { viewer } = subscription.contextValue;
    const execute = () => this.execute(event, subscription);
    const common = await this.answers.do(`${group} ${JSON.stringify(event)}`, execute);
    if (!common.personal || JSON.stringify(common.viewer) === JSON.stringify(viewer)) return common.text;
    return (await this.answers.do(`${group} ${JSON.stringify([event, viewer])}`, execute)).text;
  }

  private async execute(event: unknown, subscription: Subscription): Promise<Answer> {
    const { viewer } = subscription.contextValue;
    let personal = false;
    const contextValue = shared(subscription.contextValue, () => {
      personal = true;
    });
    const result = await execute({ ...subscription, rootValue: event, contextValue });
    const { errors } = result;
    const shown = errors ? { ...result, errors: this.present(errors, contextValue) } : result;
    return { text: JSON.stringify(shown), viewer, personal };
  }

  /** All but the event that an answer depends on, as long as it does not ask who somebody is. */
  private sameFor({ document, operationName, variableValues, contextValue }: Subscription): string {
    const { viewer, locale, translate } = contextValue;
    const shape = viewer && [viewerShape(viewer), viewer.locale, viewer.country];
    return JSON.stringify([
      this.numberOf(document),
      operationName,
      variableValues,
      shape,
      locale,
      this.numberOf(translate),
    ]);
  }

  private numberOf(value: DocumentNode | Context["translate"]): number {
    const number = this.numbers.get(value) ?? ++this.lastNumber;
    this.numbers.set(value, number);
    return number;
  }
}

/** The part of a context that many have in common. `note` runs when the answer comes to depend on who the viewer is. */
function shared(context: Context, note: () => void): Context {
  const viewer =
    context.viewer &&
    new Proxy(context.viewer, {
      get(target, name) {
        if (PERSONAL_OF_VIEWER.has(name)) note();
        return Reflect.get(target, name);
      },
    });
  return new Proxy(context, {
    get(target, name) {
      if (name in target && !COMMON_OF_CONTEXT.has(name))
        throw new Error(`An answer for many cannot depend on the context's ${String(name)}`);
      return name === "viewer" ? viewer : Reflect.get(target, name);
    },
  });
}
