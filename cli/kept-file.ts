import { emptyKept } from "#adapters/store/kept-runs";
import type { Kept } from "#adapters/store/kept-runs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { refuse } from "./refuse";

const record = z.record(z.string(), z.any());
const kept = z.object({
  version: z.literal(1),
  settings: record,
  items: record,
  edges: record,
  runs: record,
  journal: record,
  leases: record,
  spent: record.default({}),
  drift: record.default({}),
  changes: record.default({}),
});
const file = z.object({ sites: z.record(z.string(), kept) });

export interface KeptFile {
  readonly kept: Kept;
  readonly save: () => Promise<void>;
}

/** What the command line remembers of a plan: one file beside it, written whole and moved into place. */
export async function openKept(planPath: string, planId: string, place: string): Promise<KeptFile> {
  const path = join(dirname(planPath), ".uptake", `${planId}.json`);
  const sites = await readSites(path);
  const mine: Kept = sites[place] ?? emptyKept();
  sites[place] = mine;
  // A worker of an earlier process is gone; only this one works here now.
  for (const name of Object.keys(mine.leases)) if (name.startsWith("run:")) delete mine.leases[name];
  let writing = Promise.resolve();
  const write = async () => {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(`${path}.new`, JSON.stringify({ sites }));
    await rename(`${path}.new`, path);
  };
  return {
    kept: mine,
    save: () => (writing = writing.then(write)),
  };
}

async function readSites(path: string): Promise<Record<string, Kept>> {
  const text = await readFile(path, "utf8").catch(() => null);
  if (text === null) return {};
  const read = file.safeParse(parsed(text));
  if (read.success) return read.data.sites;
  throw refuse(
    `${path} cannot be read.`,
    "Restore it from a copy, or delete it: every difference then counts as a conflict.",
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
