// Atlassian's linter, its client side only: the network is taken away so that nothing is asked of anybody.
const { mkdtempSync, readFileSync, readdirSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join, relative } = require("node:path");
const YAML = require("yaml");

const home = mkdtempSync(join(tmpdir(), "forge-lint-"));
const empty = join(home, "empty.json");
writeFileSync(empty, '{"paths":{}}');
const sources = [
  "LOCAL_JIRA_SWAGGER",
  "LOCAL_JSM_SWAGGER",
  "LOCAL_JSW_SWAGGER",
  "LOCAL_CONF_SWAGGER",
  "LOCAL_CONF_V2_SWAGGER",
  "LOCAL_BB_SWAGGER",
];
Object.assign(
  process.env,
  { XDG_CONFIG_HOME: home, USE_LOCAL_SWAGGER: "1" },
  Object.fromEntries(sources.map((name) => [name, empty])),
);
globalThis.fetch = async (address) => {
  throw new Error(`The linter wanted the network: ${address}`);
};

const { lint, reportLintResults } = require("@forge/lint");

const files = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.[cm]?[jt]sx?$/.test(entry.name) && !entry.name.endsWith(".d.ts"))
    .map((entry) => relative(process.cwd(), join(entry.parentPath ?? entry.path, entry.name)));

async function main() {
  const manifest = YAML.parse(readFileSync("manifest.yml", "utf8"));
  const quiet = { info: console.log, warn: console.warn, error: console.error, debug() {}, trace() {} };
  // The shipped file is compiled from these and is in no tsconfig, which the linter asks for.
  const all = files("src");
  const results = await lint(
    all,
    manifest,
    "development",
    quiet,
    { getDeprecatedRuntimes: async () => [] },
    { linter: { mode: "client-side" } },
  );
  reportLintResults(quiet, results);
}

main();
