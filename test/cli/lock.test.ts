import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openKept } from "../../cli/kept-file";
import { lockOf, takeLock } from "../../cli/lock";

let folder: string;
let lock: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "uptake-lock-"));
  lock = lockOf(join(folder, ".uptake", "crm.json"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
  rmSync(lock, { force: true });
});

/** A process that does nothing until it is told to end. */
async function another() {
  const child = spawn(process.execPath, ["-e", "process.stdout.write('up'); process.stdin.resume()"]);
  await once(child.stdout, "data");
  const end = async () => {
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  };
  return { id: child.pid ?? 0, end };
}

function open(mode: "look" | "write", said: string[]) {
  const say = (text: string) => void said.push(text);
  return openKept({ path: join(folder, "crm.yaml"), plan: "crm", place: "site CRM", mode, say });
}

test("M92 one process holds the memory of a plan; what a killed one has left behind counts for nothing", async () => {
  const other = await another();
  writeFileSync(lock, String(other.id));
  expect(takeLock(lock)).toBe(other.id);
  await other.end();
  expect([takeLock(lock), takeLock(lock)]).toEqual([null, null]);
});

test("M92 while one process writes, another looks without writing, and whoever would write waits", async () => {
  const other = await another();
  writeFileSync(lock, String(other.id));
  const said: string[] = [];
  const looking = await open("look", said);
  await looking.save();
  expect([existsSync(join(folder, ".uptake")), said]).toEqual([false, []]);
  const waiting = open("write", said);
  await expect
    .poll(() => said)
    .toEqual([`Process ${other.id} works on this plan; this goes on when that has ended.\n`]);
  await other.end();
  await (await waiting).save();
  expect(existsSync(join(folder, ".uptake", "crm.json"))).toBe(true);
});
