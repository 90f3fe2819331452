// Everything: what the tests need, a fresh build, the deployment check, then every suite. Ends with one line of counts.
// Words go to the test runner: `npm test -- test/sql` runs just those.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { build } from "./build.mjs";
import { meetNeeds } from "./needs.mjs";

const report = ".cache/tests.json";
const journeys = "test/journeys/";

if (!meetNeeds()) process.exit(1);
await build();
if (spawnSync(process.execPath, ["tools/deploy-check.mjs"], { stdio: "inherit" }).status !== 0) process.exit(1);
mkdirSync(".cache", { recursive: true });

const words = process.argv.slice(2);
// The journeys share a machine with the browser they drive, so they go one after the other.
const suites = words.length > 0 ? [words] : [[`--exclude=${journeys}**`], [journeys, "--maxWorkers=1"]];
const results = suites.map(run);

const sum = (of) => results.reduce((total, result) => total + of(result), 0);
const passed = sum((result) => result.numPassedTests);
// A file that cannot even be read has no tests to count, and is a failure all the same.
const failed = sum((result) => (result.ok ? 0 : Math.max(1, result.numFailedTests)));
const skipped = sum((result) => result.numPendingTests);
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

function run(what) {
  rmSync(report, { force: true });
  const outputs = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { status } = spawnSync("vitest", ["run", "--config", "vitest.all.config.mts", ...outputs, ...what], {
    stdio: "inherit",
  });
  return { ok: status === 0, ...JSON.parse(readFileSync(report, "utf8")) };
}
