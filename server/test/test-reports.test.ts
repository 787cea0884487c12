import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readReport } from "../../scripts/test-reports.mjs";

const folder = mkdtempSync(join(tmpdir(), "clientela-report-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function read(runner: string, report: object, code = 0) {
  const file = join(folder, "report.json");
  writeFileSync(file, JSON.stringify(report));
  return readReport(runner, file, code);
}

const passed = { title: "adds", duration: 1500 };
const vitest = (rest: object = {}) => ({
  ...{ numPassedTests: 1, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 },
  testResults: [{ name: "/a/sum.test.ts", status: "passed", assertionResults: [passed] }],
  ...rest,
});
const spec = (title: string, duration: number) => ({ file: "a.spec.ts", title, tests: [{ results: [{ duration }] }] });
const playwright = (stats: object = {}) => ({
  stats: { expected: 2, unexpected: 0, flaky: 0, skipped: 0, ...stats },
  errors: [],
  suites: [{ specs: [spec("opens", 2000)], suites: [{ specs: [spec("closes", 500)] }] }],
});

describe("the report of a test run", () => {
  it("says how many passed and how long each took", () => {
    expect(read("vitest", vitest())).toEqual({
      counts: { passed: 1, failed: 0, skipped: 0 },
      tests: [{ file: "sum.test.ts", title: "adds", seconds: 1.5 }],
    });
    expect(read("playwright", playwright())).toEqual({
      counts: { passed: 2, failed: 0, skipped: 0 },
      tests: [
        { file: "a.spec.ts", title: "opens", seconds: 2 },
        { file: "a.spec.ts", title: "closes", seconds: 0.5 },
      ],
    });
  });

  it("has failed with a file that cannot be loaded, a second try, an error outside of any test, no test, no report", () => {
    const broken = { name: "/a/b.test.ts", status: "failed", assertionResults: [] };
    expect(read("vitest", vitest({ testResults: [broken] }), 1).counts.failed).toBe(1);
    expect(read("playwright", playwright({ flaky: 1 })).counts.failed).toBe(1);
    expect(read("vitest", vitest(), 1)).toMatchObject({ counts: { failed: 1 }, problem: "vitest ended with 1." });
    expect(read("vitest", vitest({ numPassedTests: 0, testResults: [] }))).toMatchObject({
      counts: { failed: 1 },
      problem: "vitest found no test.",
    });
    expect(readReport("vitest", join(folder, "none.json"), 7)).toEqual({
      counts: { passed: 0, failed: 1, skipped: 0 },
      tests: [],
      problem: "vitest ended with 7.",
    });
  });
});
