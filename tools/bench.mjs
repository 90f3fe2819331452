// `npm run bench [name …]`: ratios against peers and floors measured in the same run. Never part of the tests: a busy machine may not fail a build.
import { spawnSync } from "node:child_process";
import { build as esbuild } from "esbuild";
import { build } from "./build.mjs";

await build();
await esbuild({
  entryPoints: ["bench/main.ts"],
  outfile: "dist/bench/main.mjs",
  bundle: true,
  platform: "node",
  target: "node24",
  format: "esm",
  packages: "external",
  logLevel: "warning",
});
const { status } = spawnSync(process.execPath, ["--expose-gc", "dist/bench/main.mjs", ...process.argv.slice(2)], {
  stdio: "inherit",
});
process.exit(status ?? 1);
