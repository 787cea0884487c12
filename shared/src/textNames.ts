import type { es } from "./locales/es.ts";

/** A text that is counted is named without the number's form: `count_one` and `count_other` are `count`. */
type Uncounted<Key extends string> = Key extends `${infer Name}_${"zero" | "one" | "many" | "other"}` ? Name : Key;

type NamesIn<Texts> = {
  [Key in keyof Texts & string]: Texts[Key] extends string ? Uncounted<Key> : `${Key}.${NamesIn<Texts[Key]>}`;
}[keyof Texts & string];

/** The name of a text of the locales: `errors.format.email`. */
export type TextName = NamesIn<typeof es>;
