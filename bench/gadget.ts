import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Measured } from "./measured";

const limitKb = 120;

/** What the gadget's page loads before its first paint: the entry and everything it imports statically. */
export async function run(): Promise<readonly Measured[]> {
  const html = readFileSync("dist/ui/gadget.html", "utf8");
  const entries = [...html.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, path]) => join("dist/ui", path!));
  const files = closure(entries);
  const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
  const kb = bytes / 1024;
  const detail = `${files.length} files`;
  return [
    {
      measure: "gadget script before first paint, gzipped",
      value: `${kb.toFixed(0)} KiB`,
      target: `≤ ${limitKb} KiB`,
      met: kb <= limitKb,
      detail,
    },
  ];
}

function closure(entries: readonly string[]): string[] {
  const seen = new Set<string>();
  const queue = [...entries];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const text = readFileSync(file, "utf8");
    for (const [, path] of text.matchAll(/(?:from|^import|;import)\s*"(\.[^"]+\.js)"/g))
      queue.push(join(dirname(file), path!));
  }
  return [...seen];
}
