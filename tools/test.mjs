// Everything: what the tests need, a fresh build, the deployment check, then every suite. Ends with one line of counts.
// Words go to the test runner: `npm test -- test/sql` runs just those.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { relative } from "node:path";
import { build } from "./build.mjs";
import { meetNeeds } from "./needs.mjs";

const report = ".cache/tests.json";
const journeys = "test/journeys/";

if (!meetNeeds()) process.exit(1);
await build();
if (spawnSync(process.execPath, ["tools/deploy-check.mjs"], { stdio: "inherit" }).status !== 0) process.exit(1);
mkdirSync(".cache", { recursive: true });

const words = process.argv.slice(2);
const results = words.length > 0 ? [run(words)] : [run([`--exclude=${journeys}**`]), runJourneys()];

const sum = (of) => results.reduce((total, result) => total + of(result), 0);
const passed = sum((result) => result.numPassedTests);
// A file that cannot even be read has no tests to count, and is a failure all the same.
const failed = sum((result) => (result.ok ? 0 : Math.max(1, result.numFailedTests)));
const skipped = sum((result) => result.numPendingTests);
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

/**
 * The journeys share a machine with the browser they drive, so they go one after the other. One that fails may have met a
 * machine too busy to answer it: it is walked once more, alone, and named when only that passed.
 */
function runJourneys() {
  const first = run([journeys, "--maxWorkers=1"]);
  const files = first.testResults.filter(({ status }) => status !== "passed").map(({ name }) => relative(".", name));
  if (first.ok || files.length === 0 || files.length > 3) return first;
  console.log(`Once more, alone: ${files.join(", ")}`);
  const second = run([...files, "--maxWorkers=1"]);
  if (second.ok) console.log(`Passed only the second time: ${files.join(", ")}`);
  const stood = first.testResults.filter(({ status }) => status === "passed").flatMap((file) => file.assertionResults);
  return {
    ...second,
    numPassedTests: second.numPassedTests + stood.filter(({ status }) => status === "passed").length,
    numPendingTests: second.numPendingTests + stood.filter(({ status }) => status === "skipped").length,
  };
}

function run(what) {
  rmSync(report, { force: true });
  const outputs = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { status } = spawnSync("vitest", ["run", "--config", "vitest.all.config.mts", ...outputs, ...what], {
    stdio: "inherit",
  });
  return { ok: status === 0, ...JSON.parse(readFileSync(report, "utf8")) };
}
