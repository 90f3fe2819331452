import { createHash } from "node:crypto";
import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** Where it is said which process of this machine writes a memory. Not beside the plan: it is nothing to commit. */
export function lockOf(memory: string): string {
  const name = createHash("sha256").update(resolve(memory)).digest("hex").slice(0, 24);
  return join(tmpdir(), `uptake-${name}.lock`);
}

/** The process that holds it, or null once it is ours. What a killed process has left behind counts for nothing. */
export function takeLock(path: string): number | null {
  for (;;) {
    if (claim(path)) return null;
    const holder = holderOf(path);
    if (holder === process.pid) return null;
    if (holder !== null && isAlive(holder)) return holder;
    rmSync(path, { force: true });
  }
}

/** Linked into place whole, so that nobody ever reads half of it. */
function claim(path: string): boolean {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, String(process.pid));
  try {
    linkSync(draft, path);
    keepUntilExit(path);
    return true;
  } catch (failure) {
    if (codeOf(failure) !== "EEXIST") throw failure;
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

const ours = new Set<string>();

function keepUntilExit(path: string): void {
  if (ours.size === 0) process.once("exit", () => ours.forEach((one) => rmSync(one, { force: true })));
  ours.add(path);
}

function holderOf(path: string): number | null {
  try {
    return Number(readFileSync(path, "utf8")) || null;
  } catch (failure) {
    if (codeOf(failure) === "ENOENT") return null;
    throw failure;
  }
}

function isAlive(holder: number): boolean {
  try {
    return process.kill(holder, 0);
  } catch (failure) {
    // Somebody else's process may not be signalled, and is there all the same.
    return codeOf(failure) === "EPERM";
  }
}

function codeOf(failure: unknown): unknown {
  return failure instanceof Error && "code" in failure ? failure.code : null;
}
