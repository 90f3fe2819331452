// Would Forge take this? Atlassian's manifest validator and linter, and its own bundler over the source; no login, no network.
// `--quick` stops after the manifest validator.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { build } from "./build.mjs";

const tools = "tools/forge";

if (!existsSync(`${tools}/node_modules/@forge/manifest`)) {
  console.error("Installing Atlassian's validator, linter and bundler beside the project …");
  const install = ["ci", "--prefix", tools, "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  if (spawnSync("npm", install, { stdio: "inherit" }).status !== 0) process.exit(1);
}
await build(["backend", "ui"]);
const checks = process.argv.includes("--quick") ? ["manifest"] : ["manifest", "lint", "bundle"];
for (const check of checks) {
  const { status } = spawnSync(process.execPath, [`${tools}/${check}.cjs`], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
