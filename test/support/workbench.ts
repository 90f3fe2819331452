import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startWorkbench } from "../../workbench/start";
import type { StartOptions, Workbench } from "../../workbench/start";

/** A workbench of its own for one test: free ports, and a state folder that goes with it. */
export async function openWorkbench(options: StartOptions = {}): Promise<Workbench> {
  const stateDir = mkdtempSync(join(tmpdir(), "workbench-"));
  const workbench = await startWorkbench({ port: 0, site: "empty", quiet: true, stateDir, ...options });
  const { stop } = workbench;
  return Object.assign(workbench, {
    async stop() {
      await stop();
      rmSync(stateDir, { recursive: true, force: true });
    },
  });
}
