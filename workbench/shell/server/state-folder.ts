import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "#app/refusal";
import { createClock } from "../../wire/clock";
import type { Clock } from "../../wire/clock";

/** Keeps two processes from writing one state; returns how to give it back. */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "lock");
  const holder = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
  if (holder !== process.pid && isAlive(holder)) {
    throw new Refusal("busy", {
      message: `A workbench already runs on ${folder} (process ${holder}).`,
      mend: "Stop it, or start this one with another state folder.",
    });
  }
  writeFileSync(file, String(process.pid));
  return () => rmSync(file, { force: true });
}

/** Deletes all that the folder keeps of the site, and leaves the lock to its holder. */
export function emptyFolder(folder: string): void {
  for (const name of ["jira", "forge", "clock.json", "seeded"])
    rmSync(join(folder, name), { recursive: true, force: true });
}

/** Marks a site whose seeding came to its end; one that was cut off midway is made again. */
export function isSeeded(folder: string): boolean {
  return existsSync(join(folder, "seeded"));
}

export function markSeeded(folder: string): void {
  writeFileSync(join(folder, "seeded"), "");
}

/** A clock whose offset is kept beside the site, as the facts recorded under it are. A new site begins at `start`; null is now. */
export function clockIn(folder: string, start: number | null): Clock {
  const file = join(folder, "clock.json");
  const first = start === null ? 0 : start - Date.now();
  let offset = existsSync(file) ? Number(readFileSync(file, "utf8")) : first;
  writeFileSync(file, String(offset));
  return createClock({
    read: () => offset,
    write(milliseconds) {
      offset = milliseconds;
      writeFileSync(file, String(offset));
    },
  });
}

function isAlive(process_: number): boolean {
  if (process_ === 0) return false;
  try {
    process.kill(process_, 0);
    return true;
  } catch {
    return false;
  }
}
