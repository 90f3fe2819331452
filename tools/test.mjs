// Everything: what the tests need, a fresh build, the deployment check, then every suite. Ends with one line of counts.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { build } from "./build.mjs";
import { meetNeeds } from "./needs.mjs";

const report = ".cache/tests.json";

if (!meetNeeds()) process.exit(1);
await build();
if (spawnSync(process.execPath, ["tools/deploy-check.mjs"], { stdio: "inherit" }).status !== 0) process.exit(1);

mkdirSync(".cache", { recursive: true });
rmSync(report, { force: true });
const words = [
  "run",
  "--config",
  "vitest.all.config.mts",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${report}`,
];
const { status } = spawnSync("vitest", [...words, ...process.argv.slice(2)], { stdio: "inherit" });
const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites } = JSON.parse(
  readFileSync(report, "utf8"),
);
const failed = Math.max(numFailedTests, status === 0 ? 0 : Math.max(1, numFailedTestSuites > 0 ? 1 : 0));
console.log(`${numPassedTests} passed, ${failed} failed${numPendingTests > 0 ? `, ${numPendingTests} skipped` : ""}`);
process.exit(status === 0 && numPassedTests > 0 ? 0 : 1);
