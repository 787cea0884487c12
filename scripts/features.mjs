// `pnpm features`: writes docs/FEATURES.md from the list of features and the titles of the tests that prove them. It
// prints the rows that no test proves.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const page = join(root, "docs", "FEATURES.md");

/** A text in source that names features, as only titles of tests do; a table may say which of its rows proves what. */
const TITLE = /(["'`])((?:\\.|(?!\1)[^\\\n])*\[(?:[FB]\d+|%s)[^\n]*?)\1/g;
const NUMBERS = /\[([FB]\d+(?:, ?[FB]\d+)*)\]/g;

/** What is proved and where: `[{ number, title, file }]`, one for each number of a title. */
export function readProofs() {
  return ["shared/src", "server/src", "server/test", "web/src", "web/e2e"]
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true }).map((file) => `${folder}/${file}`))
    .filter((file) => /\.(test|spec)\.tsx?$/.test(file))
    .sort()
    .flatMap((file) => {
      const text = readFileSync(join(root, file), "utf8");
      const ofRows = [...text.matchAll(/"([FB]\d+)"/g)].map(([, number]) => number);
      return [...text.matchAll(TITLE)].flatMap(([, , title]) => {
        const numbers = [...title.matchAll(NUMBERS)].flatMap(([, list]) => list.split(/, ?/));
        const all = new Set(title.includes("[%s]") ? ofRows : numbers);
        return [...all].map((number) => ({ number, title: bare(title), file }));
      });
    });
}

/** A title without its numbers. */
const bare = (title) =>
  title
    .replace(/ ?\[(?:[A-Z]\d+(?:, ?)?|%s)+\]/g, "")
    .replace(/\\(["'`])/g, "$1")
    .trim();

const sections = JSON.parse(readFileSync(join(root, "docs", "features.json"), "utf8"));
const known = new Map(sections.flatMap(({ rows }) => rows));

/** The page, and the rows without a proof. */
export function describeFeatures(proofs) {
  const proved = Map.groupBy(proofs, ({ number }) => number);
  const part = ({ section, rows }) => {
    const done = rows.filter(([number]) => proved.has(number));
    if (done.length === 0) return [];
    return [
      `## ${section}`,
      "",
      ...done.map(([number, text]) => `- **${number}** ${text} — ${proof(proved.get(number))}`),
      "",
    ];
  };
  const lines = [
    "# What Clientela does",
    "",
    "Written by `pnpm features` from the titles of the tests; a capability that no test proves is not here. Each is followed by",
    "one of its tests and the number of the others.",
    "",
    ...sections.flatMap(part),
  ];
  return { text: `${lines.join("\n").trimEnd()}\n`, missing: [...known].filter(([number]) => !proved.has(number)) };
}

/** The most telling proof is a journey in the browser, where there is one. */
function proof(all) {
  const [first] = all.toSorted((one, other) => other.file.startsWith("web/e2e") - one.file.startsWith("web/e2e"));
  const others = new Set(all.map(({ file, title }) => `${file}\n${title}`)).size - 1;
  return `«${first.title}» ([test](../${first.file}))${others ? `, ${others} more` : ""}`;
}

/** @returns what is wrong with the page or the titles, as sentences. */
export function checkFeatures() {
  const proofs = readProofs();
  const unknown = proofs.filter(({ number }) => !known.has(number));
  const problems = unknown.map(
    ({ number, title, file }) => `${file}: «${title}» names ${number}, which is no feature.`,
  );
  if (readFileSync(page, "utf8") !== describeFeatures(proofs).text)
    problems.push("docs/FEATURES.md is not what the tests say: run pnpm features.");
  return problems;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { text, missing } = describeFeatures(readProofs());
  writeFileSync(page, text);
  console.log(`Without a test (${missing.length} of ${known.size}):`);
  for (const [number, feature] of missing) console.log(`${number}\t${feature}`);
}
