// Builds what is stale: the back end Forge runs, the Custom UI, the workbench's page and the command line.
// `node tools/build.mjs [--if-stale] [backend|ui|shell|cli …]`
import { build as esbuild } from "esbuild";
import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
process.chdir(root);

/** Each target: what it is made from, the file that proves it was made, and how. */
const targets = {
  backend: { from: ["src"], proof: "dist/backend/index.cjs", make: backend },
  ui: {
    from: ["static", "src", "vite.ui.config.mts"],
    proof: "dist/ui/space.html",
    make: () => page("vite.ui.config.mts"),
  },
  shell: {
    from: ["workbench/shell", "vite.shell.config.mts"],
    proof: "dist/shell/index.html",
    make: () => page("vite.shell.config.mts"),
  },
  cli: { from: ["cli", "workbench", "src"], proof: "dist/cli/main.mjs", make: cli },
};

const always = ["package-lock.json", "tsconfig.json", "tools/build.mjs"];

/** Forge ships this file as it is (`bundler: manual@2026`); the workbench runs the same bytes. */
async function backend() {
  await esbuild({
    entryPoints: ["src/index.ts"],
    outfile: "dist/backend/index.cjs",
    bundle: true,
    platform: "node",
    target: "node24",
    format: "cjs",
    minifySyntax: true,
    legalComments: "none",
    logLevel: "warning",
  });
}

async function page(config) {
  const { build } = await import("vite");
  await build({ configFile: config, logLevel: "warn" });
}

async function cli() {
  await esbuild({
    entryPoints: ["cli/main.ts"],
    outdir: "dist/cli",
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    platform: "node",
    target: "node24",
    format: "esm",
    packages: "external",
    logLevel: "warning",
  });
}

function newest(path) {
  if (!existsSync(path)) return 0;
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

export function isStale({ from, proof }) {
  if (!existsSync(proof)) return true;
  const made = statSync(proof).mtimeMs;
  return [...from, ...always].some((path) => newest(path) > made);
}

export async function build(names = Object.keys(targets), onlyStale = true) {
  for (const name of names) {
    const target = targets[name];
    if (onlyStale && !isStale(target)) continue;
    const from = Date.now();
    await target.make();
    process.stderr.write(`built ${name} in ${Date.now() - from} ms\n`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const words = process.argv.slice(2);
  const names = words.filter((word) => !word.startsWith("--"));
  await build(names.length > 0 ? names : undefined, words.includes("--if-stale"));
}
