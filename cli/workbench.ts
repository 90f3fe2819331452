import { startWorkbench } from "../workbench/start";

export interface WorkbenchOptions {
  readonly port: number;
  readonly fresh: boolean;
  readonly site: "demo" | "empty";
  /** Where the site is kept; null is the usual folder. */
  readonly stateDir: string | null;
}

/** Serves the workbench until it is told to stop. One ready line on stdout, so that a script can wait for it. */
export async function workbench({ port, fresh, site, stateDir }: WorkbenchOptions): Promise<void> {
  const running = await startWorkbench({ port, fresh, site, stateDir });
  process.stdout.write(`Uptake's workbench is ready: ${running.url}\n`);
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolve());
  });
  await running.stop();
}
