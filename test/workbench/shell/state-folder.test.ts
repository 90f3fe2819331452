import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { clockIn, lockFolder } from "../../../workbench/shell/server/state-folder";

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "state-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a state folder has one holder: a process that runs keeps it, one that is gone does not", () => {
  writeFileSync(join(folder, "lock"), String(process.ppid));
  expect(() => lockFolder(folder)).toThrow(`process ${process.ppid}`);
  writeFileSync(join(folder, "lock"), "4194303");
  const unlock = lockFolder(folder);
  expect(readFileSync(join(folder, "lock"), "utf8")).toBe(String(process.pid));
  unlock();
  expect(() => readFileSync(join(folder, "lock"))).toThrow("ENOENT");
});

test("the clock keeps its offset over a restart, and a new site may begin in the past", () => {
  const start = Date.parse("2026-09-07T08:00:00Z");
  const clock = clockIn(folder, start);
  expect(clock.now() - start).toBeLessThan(5_000);
  clock.advance(86_400_000);
  expect(clockIn(folder, start).now() - start).toBeGreaterThanOrEqual(86_400_000);
});
