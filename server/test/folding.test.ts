import { foldText } from "@clientela/shared/normalize/fold";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "./database.ts";

let database: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

async function foldedByDatabase(texts: readonly string[]): Promise<string[]> {
  const { rows } = await pool.query<{ folded: string }>(
    "select fold(text) as folded from unnest($1::text[]) with ordinality as given(text, n) order by n",
    [texts],
  );
  return rows.map(({ folded }) => folded);
}

const shown = (text: string) =>
  [...text].map((char) => (char.codePointAt(0) as number).toString(16).padStart(4, "0")).join(" ");

/** Characters that PostgreSQL does not know yet: its Unicode may be some years older than ours. */
async function unknownToDatabase(): Promise<Set<string>> {
  const composed = everyCharacter().filter((char) => char.normalize("NFKD") !== char);
  const { rows } = await pool.query<{ char: string }>(
    "select char from unnest($1::text[]) as given(char) where normalize(char, NFKD) = char",
    [composed],
  );
  return new Set(rows.map(({ char }) => char));
}

function everyCharacter(): string[] {
  const all: string[] = [];
  for (let point = 1; point <= 0x10ffff; point++) {
    const char = String.fromCodePoint(point);
    if (!/^[\p{Cs}\p{Cn}\p{Co}]$/u.test(char)) all.push(char);
  }
  return all;
}

describe("one folding in the database and outside it [F58]", () => {
  it("of every character by itself, and between others", async () => {
    const unknown = await unknownToDatabase();
    expect(unknown.size).toBeLessThan(200);
    const all = everyCharacter().flatMap((char) => (unknown.has(char) ? [] : [char, `a${char}e`]));
    const differing: string[] = [];
    for (let from = 0; from < all.length; from += 20_000) {
      const texts = all.slice(from, from + 20_000);
      const folded = await foldedByDatabase(texts);
      texts.forEach((text, place) => {
        if (folded[place] !== foldText(text))
          differing.push(`${shown(text)}: ${shown(folded[place] ?? "")} / ${shown(foldText(text))}`);
      });
    }
    expect(differing).toEqual([]);
    expect(all.length).toBeGreaterThan(280_000);
  });

  const samples = [
    "Áñez",
    "ÁÑEZ",
    "Großmann",
    "GROẞMANN",
    "İstanbul ISPARTA ılık",
    "Łódź",
    "Ångström",
    "Ægir Œuvre Þór",
    "ﬁn ﬄ ½ ㈱ ＡＢＣ ﾊﾞﾊﾞ",
    "김민수 주식회사",
    "プログラム株式会社",
    "Алексей Николаевич",
    "Ёлка ёж Їжак ґанок Ќука",
    "мой\u0301 мои и\u0301\u0306",
    "हिन्दी व्यापार",
    "कि का क़",
    "ばば はは ハ゛",
    "مُحَمَّد ــ أحمد ١٢٣",
    "שָׁלוֹם",
    "ΟΔΥΣΣΕΥΣ Ὀδυσσεύς",
    "ไทย ภาษาไทย",
    "မြန်မာ",
    "ខ្មែរ",
    "Việt Nam Nguyễn",
    "山田  商事 ABC",
    "  山 ",
    "a\u200Bb",
    "👨\u200D👩\u200D👧 ❤️",
    "O’Neill – «x»",
    "ﷺ",
    "Ⅷ №5",
    "\u1112\u1161\u11AB",
    "\u0344a\u0323\u0302",
  ];
  it("of texts in many scripts, composed or not, and folded twice it is the same", async () => {
    const texts = samples.flatMap((text) => [
      text,
      text.normalize("NFD"),
      text.normalize("NFC"),
      text.toUpperCase(),
      foldText(text),
    ]);
    expect(await foldedByDatabase(texts)).toEqual(texts.map(foldText));
    for (const text of samples) {
      expect(foldText(text.normalize("NFD"))).toBe(foldText(text));
      expect(foldText(text.normalize("NFC"))).toBe(foldText(text));
      expect(foldText(foldText(text))).toBe(foldText(text));
    }
  });

  it.each([
    ["ばば", "はは"],
    ["कि", "का"],
    ["мой", "мои"],
    ["김", "긴"],
    ["商", "賞"],
  ])("tells %s from %s", (one, other) => {
    expect(foldText(one)).not.toBe(foldText(other));
  });

  it.each([
    ["Ñandú", "nandu"],
    ["Ёж", "еж"],
    ["ＶＩＰ", "vip"],
    ["ﾊﾞ", "バ"],
    ["Straße", "STRASSE"],
    ["ILIK", "ılık"],
    ["شَرِكَة", "شركة"],
    ["שָׁלוֹם", "שלום"],
    ["V\u00ADI\u200BP", "vip"],
  ])("takes %s and %s for the same", (one, other) => {
    expect(foldText(one)).toBe(foldText(other));
  });
});
