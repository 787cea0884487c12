import { expect, test } from "vitest";
import { dateRange, flag, many, one, order, text, urlState } from "./urlState.ts";

const colors = ["red", "green", "blue"] as const;
const usual = { field: "CREATED_AT", direction: "DESC" } as const;
const fields = { name: "NAME", created: "CREATED_AT" } as const;
const state = urlState({
  search: text("q"),
  color: one("color", colors),
  client: one("client"),
  colors: many("colors", colors),
  cities: many("city"),
  done: flag("show", "done"),
  when: dateRange("when"),
  order: order<"NAME" | "CREATED_AT">("sort", fields, usual),
});

/** Numbers that only look like chance: a failure comes again. */
function numbers(seed: number) {
  let last = seed;
  return (below: number) => {
    last = (last * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((last / 2_147_483_648) * below);
  };
}

// Above all what means something to an address, to a list in it or to its escapes.
const pieces = [
  ",",
  "%",
  "%2C",
  "%25",
  "2C",
  "&",
  "=",
  "+",
  "#",
  "?",
  " ",
  ".",
  "..",
  "-",
  "á",
  "Ñ",
  "日",
  "👩‍👧",
  "a",
  "Z",
  "0",
  "\n",
];

test("what is written is read again, whatever the texts [F34]", () => {
  for (let seed = 0; seed < 2_000; seed += 1) {
    const below = numbers(seed);
    const pick = <T>(from: readonly T[]) => from[below(from.length)] as T;
    const some = <T>(most: number, make: () => T) => Array.from({ length: below(most + 1) }, make);
    const word = () => `${pick(pieces)}${some(5, () => pick(pieces)).join("")}`;
    const given = {
      search: pick([word(), ""]),
      color: pick([...colors, null]),
      client: pick([word(), null]),
      colors: some(3, () => pick(colors)),
      cities: some(4, word),
      done: pick([true, false]),
      when: pick([
        null,
        { preset: "TODAY" as const },
        { from: "2026-01-01", to: null },
        { from: null, to: "2026-02-01" },
      ]),
      order: { field: pick(["NAME", "CREATED_AT"] as const), direction: pick(["ASC", "DESC"] as const) },
    };
    const address = state.write(new URLSearchParams("panel=7"), given).toString();
    expect(state.read(new URLSearchParams(address)), `seed ${seed}: ${address}`).toEqual(given);
    expect(new URLSearchParams(address).get("panel")).toBe("7");
  }
});

test("an address without a word means the plain list, which is written without one", () => {
  const plain = state.read(new URLSearchParams());
  expect(plain).toEqual({
    search: "",
    color: null,
    client: null,
    colors: [],
    cities: [],
    done: false,
    when: null,
    order: usual,
  });
  const full = "q=a&color=red&client=c&colors=red&city=x&show=done&when=TODAY&sort=name&panel=7";
  expect(state.write(new URLSearchParams(full), plain).toString()).toBe("panel=7");
});

test("what is not understood is left out", () => {
  expect(state.read(new URLSearchParams("color=pink&colors=pink,,blue&show=all&when=later&sort=-constructor"))).toEqual(
    {
      ...state.read(new URLSearchParams()),
      colors: ["blue"],
    },
  );
});
