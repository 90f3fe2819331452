#!/usr/bin/env node
// `uptake …`: builds the command line when its sources are newer, then runs it on the Node this project deploys on.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const program = join(root, "dist/cli/main.mjs");

if (existsSync(join(root, "tools/build.mjs"))) await buildWhenStale();

if (Number(process.versions.node.split(".")[0]) >= 24) await import(pathToFileURL(program).href);
else runOn(join(root, "node_modules/.bin/node"));

/** The build works in the project's folder; the command works where the person stands. */
async function buildWhenStale() {
  const from = process.cwd();
  process.chdir(root);
  const { build } = await import("../tools/build.mjs");
  await build(["cli"]);
  process.chdir(from);
}

function runOn(node) {
  const child = spawn(existsSync(node) ? node : process.execPath, [program, ...process.argv.slice(2)], {
    // Over the channel it learns when this process is gone, however it went.
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code) => {
    process.exitCode = code ?? 1;
  });
}
