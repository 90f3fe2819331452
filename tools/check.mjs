// Under a minute: types, lint, format, what nobody uses, and the fast tests (the architecture among them).
import { spawnSync } from "node:child_process";
import { build } from "./build.mjs";

await build();
const steps = [
  ["types", "tsc", ["--noEmit", "-p", "."]],
  ["lint", "oxlint", ["--type-aware", "--deny-warnings"]],
  ["format", "oxfmt", ["--check", "."]],
  ["unused", "knip", ["--no-progress"]],
  ["tests", "vitest", ["run", "--reporter=dot"]],
];

let failed = 0;
for (const [name, command, words] of steps) {
  const from = Date.now();
  const { status } = spawnSync(command, words, { stdio: "inherit" });
  if (status !== 0) failed += 1;
  console.log(`${status === 0 ? "✓" : "✗"} ${name} (${((Date.now() - from) / 1000).toFixed(1)} s)`);
}
process.exit(failed === 0 ? 0 : 1);
