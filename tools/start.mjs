// `npm start`: build what is stale, then run the workbench until it is stopped. Arguments go to it: --port, --site, --fresh.
import { spawn } from "node:child_process";
import { build } from "./build.mjs";

await build();
const child = spawn(process.execPath, ["dist/cli/main.mjs", "workbench", ...process.argv.slice(2)], {
  stdio: "inherit",
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code) => process.exit(code ?? 0));
