import { emptyKept } from "#adapters/store/kept-runs";
import type { Kept } from "#adapters/store/kept-runs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { lockOf, takeLock } from "./lock";
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

export interface Opening {
  /** Of the plan file. */
  readonly path: string;
  readonly plan: string;
  /** Site and space. */
  readonly place: string;
  /** `look`: while another process writes it is read as it is, and left so. */
  readonly mode: "look" | "write";
  readonly say: (text: string) => void;
}

/** What the command line remembers of a plan: one file beside it, written whole and moved into place. */
export async function openKept(opening: Opening): Promise<KeptFile> {
  const { plan, place } = opening;
  const path = join(dirname(opening.path), ".uptake", `${plan}.json`);
  const isOurs = await lock(path, opening);
  const sites = await readSites(path);
  const mine: Kept = sites[place] ?? emptyKept();
  sites[place] = mine;
  if (!isOurs) return { kept: mine, save: async () => undefined };
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

const patienceMs = 15 * 60_000;

/** Two processes never write one memory: whoever comes second waits, or only looks. */
async function lock(memory: string, { mode, say }: Opening): Promise<boolean> {
  const path = lockOf(memory);
  let holder = takeLock(path);
  if (holder !== null && mode === "look") return false;
  if (holder !== null) say(`Process ${holder} works on this plan; this goes on when that has ended.\n`);
  for (let waited = 0; holder !== null; waited += lookMs) {
    if (waited > patienceMs) throw stillBusy(holder, path);
    await new Promise((resolve) => setTimeout(resolve, lookMs));
    holder = takeLock(path);
  }
  return true;
}

const lookMs = 200;

function stillBusy(holder: number, path: string) {
  return refuse(
    `Process ${holder} still works on this plan.`,
    `Stop it, then run this again. If it is none of Uptake's, delete ${path}.`,
  );
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
