// What the JSON report of a test run says: how many tests passed, and how long each took.
import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";

/**
 * The counts of a report, and its tests with their seconds. A runner that crashed, ended with an error that no test
 * shows, or found no test has failed, and `problem` says so.
 */
export function readReport(runner, file, code) {
  const report = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
  if (!report)
    return { counts: { passed: 0, failed: 1, skipped: 0 }, tests: [], problem: `${runner} ended with ${code}.` };
  const { counts, tests } = runner === "vitest" ? ofVitest(report) : ofPlaywright(report);
  if (counts.failed) return { counts, tests };
  const problem = code !== 0 ? `${runner} ended with ${code}.` : counts.passed ? undefined : `${runner} found no test.`;
  return problem ? { counts: { ...counts, failed: 1 }, tests, problem } : { counts, tests };
}

function ofVitest({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) {
  // A file that cannot be loaded has no test to count.
  const broken = testResults.filter((file) => file.status === "failed" && !file.assertionResults.length).length;
  return {
    counts: { passed: numPassedTests, failed: numFailedTests + broken, skipped: numPendingTests + numTodoTests },
    tests: testResults.flatMap(({ name, assertionResults }) =>
      assertionResults.map(({ title, duration }) => ({ file: basename(name), title, seconds: (duration ?? 0) / 1000 })),
    ),
  };
}

function ofPlaywright({ stats, errors, suites }) {
  const inSuite = ({ specs, suites = [] }) => [
    ...specs.flatMap(({ file, title, tests }) =>
      tests.flatMap(({ results }) => results.map(({ duration }) => ({ file, title, seconds: duration / 1000 }))),
    ),
    ...suites.flatMap(inSuite),
  ];
  return {
    // One that passed only at the second try is not to be trusted; errors are those outside of any test.
    counts: { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped },
    tests: suites.flatMap(inSuite),
  };
}
