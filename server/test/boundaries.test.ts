import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** What our import rules say of each of these imports, were it the only one of that file; "" when they allow it. */
function lint(imports: [file: string, specifier: string][]): string[] {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "clientela-lint-")));
  try {
    for (const file of ["biome.json", ".gitignore"]) copyFileSync(join(root, file), join(folder, file));
    // One line for each import, all in one run.
    for (const file of new Set(imports.map(([path]) => path))) {
      const lines = imports.map(([path, specifier]) => (path === file ? `import "${specifier}";` : ""));
      mkdirSync(join(folder, dirname(file)), { recursive: true });
      writeFileSync(join(folder, file), lines.join("\n"));
    }
    const found = report(folder);
    return imports.map(([file], index) => found.get(`${file}:${index + 1}`) ?? "");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The findings by file and line; it ends with an error as soon as there is one. */
function report(folder: string): Map<string, string> {
  const args = ["lint", "--only=style/noRestrictedImports", "--reporter=github", "--max-diagnostics=none"];
  let output = "";
  try {
    output = execFileSync(join(root, "node_modules/.bin/biome"), args, {
      cwd: folder,
      encoding: "utf8",
      stdio: "pipe",
    });
  } catch (error) {
    output = (error as { stdout: string }).stdout;
  }
  const found = output.matchAll(/^::error title=lint\/style\/noRestrictedImports,file=([^,]+),line=(\d+).*?::(.*)$/gm);
  return new Map(
    [...found].map(([, file, line, message]) => [`${relative(folder, file ?? "")}:${line}`, message ?? ""]),
  );
}

const server = "web knows the server only by what is generated";
const feature = "Another feature is reached only through its paths.ts";
const rooms = "Rooms of a feature share through its top";
const own = "A resolver uses its own module's";
const resolver = "Only its module and tests know a resolver";

const forbidden: [string, string, string][] = [
  ["shared/src/clients/rules.ts", "@clientela/server/src/app.ts", "shared imports nothing of ours"],
  ["shared/src/clients/rules.ts", "../../../web/src/pages.ts", "shared imports nothing of ours"],
  ["shared/src/clients/rules.ts", "node:fs", "shared does no input or output"],
  ["web/src/theme.ts", "../../server/src/core/viewer.ts", server],
  ["web/src/features/clients/paths.ts", "@clientela/server/src/app.ts", server],
  ["web/src/features/clients/components/Row.tsx", "../../../../../server/src/app.ts", server],
  ["web/e2e/clients.spec.ts", "../../server/src/app.ts", server],
  ["web/src/features/clients/ClientPage.tsx", "../timeline/Timeline.tsx", feature],
  ["web/src/features/clients/ClientPage.tsx", "../timeline/components/Timeline.tsx", feature],
  ["web/src/features/clients/components/Row.tsx", "../../people/usePeople.ts", feature],
  ["web/src/features/clients/list/bulk/Row.tsx", "../../../people/usePeople.ts", feature],
  ["web/src/features/clients/form/Row.tsx", "../list/columns/columns.ts", rooms],
  ["web/src/features/clients/form/duplicates/Row.tsx", "../../record/saveClient.ts", rooms],
  ["web/src/features/clients/list/Row.tsx", "../record/ClientPage.tsx", rooms],
  ["web/src/features/clients/record/lists/Row.tsx", "../../list/listState.ts", rooms],
  ["web/src/components/Message.tsx", "../features/clients/columns.ts", feature],
  ["web/src/pages.ts", "./features/clients/record/ClientPage.tsx", feature],
  ["server/src/core/errors.ts", "../modules/clients/client.entity.ts", "core has no business in it"],
  ["server/src/core/read/read.ts", "../../modules/registry.ts", "core has no business in it"],
  ["server/src/modules/tags/tag.resolver.ts", "../clients/client.service.ts", own],
  ["server/src/modules/tags/tag.resolver.ts", "../clients/client.queries.ts", own],
  ["server/src/modules/tags/tag.resolver.ts", "../clients/client.loaders.ts", own],
  ["server/src/modules/tags/tag.resolver.ts", "../clients/client.inputs.ts", own],
  ["server/src/modules/tags/tag.resolver.ts", "../clients/client.resolver.ts", resolver],
  ["server/src/modules/tags/tag.resolver.ts", "kysely", "A resolver holds no SQL"],
  ["server/src/modules/tags/tag.resolver.ts", "@mikro-orm/core", "A resolver holds no SQL"],
  ["server/src/modules/tags/tag.service.ts", "../clients/client.resolver.ts", resolver],
  ["server/src/modules/tags/tag.service.ts", "./tag.resolver.ts", resolver],
  ["server/src/modules/registry.ts", "./tags/tag.resolver.ts", resolver],
];

const allowed: [string, string][] = [
  ["shared/src/clients/rules.ts", "../normalize/email.ts"],
  ["shared/src/clients/rules.test.ts", "node:fs"],
  ["web/src/features/clients/ClientPage.tsx", "../timeline/paths.ts"],
  ["web/src/features/clients/ClientPage.tsx", "../../form/Form.tsx"],
  ["web/src/features/clients/ClientPage.tsx", "./components/Row.tsx"],
  ["web/src/features/clients/components/Row.tsx", "../columns.ts"],
  ["web/src/features/clients/components/Row.tsx", "../../timeline/paths.ts"],
  ["web/src/features/clients/components/Row.tsx", "../../../form/Form.tsx"],
  ["web/src/features/clients/record/lists/Row.tsx", "../saveClient.ts"],
  ["web/src/features/clients/record/Row.tsx", "./lists/Row.tsx"],
  ["web/src/features/clients/record/Row.tsx", "../form/formFields.ts"],
  ["web/src/features/clients/list/bulk/Row.tsx", "../../useLists.ts"],
  ["web/src/features/clients/list/bulk/Row.tsx", "../../../tasks/paths.ts"],
  ["web/src/features/clients/list/bulk/Row.tsx", "../../../../form/Form.tsx"],
  ["web/src/frame/TopBar.tsx", "../features/clients/paths.ts"],
  ["web/src/features.ts", "./features/clients/clients.feature.ts"],
  ["web/e2e/clients.spec.ts", "./server.ts"],
  ["server/src/core/read/read.ts", "../viewer.ts"],
  ["server/src/modules/tags/tag.module.ts", "./tag.resolver.ts"],
  ["server/src/modules/tags/tag.resolver.ts", "./tag.service.ts"],
  ["server/src/modules/tags/tag.resolver.ts", "../clients/client.entity.ts"],
  ["server/src/modules/tags/tag.service.ts", "../clients/client.service.ts"],
  ["server/src/modules/tags/tag.service.ts", "kysely"],
];

const findings = lint([...forbidden.map(([file, specifier]): [string, string] => [file, specifier]), ...allowed]);

test.each(forbidden.map((row, index) => [...row, findings[index]]))(
  "%s may not import %s",
  (_file, _import, reason, said) => {
    expect(said).toContain(reason);
  },
);

test.each(allowed.map((row, index) => [...row, findings[forbidden.length + index]]))(
  "%s may import %s",
  (...[, , said]) => {
    expect(said).toBe("");
  },
);
