// The counts of a test run, from the JSON report of its runner.
import { existsSync, readFileSync } from "node:fs";

/**
 * What a report counts. A runner that crashed, ended with an error that no test shows, or found no test has failed, and
 * `problem` says so.
 */
export function readCounts(runner, file, code) {
  const report = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
  if (!report) return { counts: { passed: 0, failed: 1, skipped: 0 }, problem: `${runner} ended with ${code}.` };
  const counts = runner === "vitest" ? ofVitest(report) : ofPlaywright(report);
  if (counts.failed) return { counts };
  if (code !== 0) return { counts: { ...counts, failed: 1 }, problem: `${runner} ended with ${code}.` };
  if (!counts.passed) return { counts: { ...counts, failed: 1 }, problem: `${runner} found no test.` };
  return { counts };
}

function ofVitest({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) {
  // A file that cannot be loaded has no test to count.
  const broken = testResults.filter((file) => file.status === "failed" && !file.assertionResults.length).length;
  return { passed: numPassedTests, failed: numFailedTests + broken, skipped: numPendingTests + numTodoTests };
}

/** One that passed only at the second try is not to be trusted; errors are those outside of any test. */
function ofPlaywright({ stats, errors }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped };
}
