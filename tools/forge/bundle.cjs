// Forge's own webpack configuration over the source, types included: a second reading beside the file we build and ship ourselves.
const { mkdtempSync, rmSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");
const { getCommonWebpackConfig } = require("@forge/bundler/out/config/common");
const { getCompiler } = require("@forge/bundler/out/webpack");

const out = mkdtempSync(join(tmpdir(), "forge-bundle-"));
const config = getCommonWebpackConfig({
  appDirectory: process.cwd(),
  entryPoints: [{ name: "index", path: "src/index.ts" }],
  i18nConfig: null,
});
Object.assign(config, { target: "node18", devtool: false });
Object.assign(config.output, { path: out, filename: "[name].cjs" });
config.module.rules.push({ test: /\.m?js$/, resolve: { fullySpecified: false } });

getCompiler(config).run((error, stats) => {
  const complaints = error ? [String(error)] : stats.toJson({ errors: true }).errors.map(({ message }) => message);
  const size = error ? 0 : (stats.toJson({ assets: true }).assets[0]?.size ?? 0);
  rmSync(out, { recursive: true, force: true });
  console.log(
    complaints.length === 0
      ? `bundler: ${Math.round(size / 1024)} KB from src/index.ts`
      : complaints.slice(0, 10).join("\n"),
  );
  process.exitCode = complaints.length === 0 && size > 0 ? 0 : 1;
});
