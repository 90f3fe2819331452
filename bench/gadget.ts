import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { firstPaints } from "./first-paint";
import type { Measured } from "./measured";

const limitKb = 120;
const mostTimes = 1.5;
const rounds = 11;

/** What the gadget's page loads before its first paint, the entry and everything it imports statically; and when it paints. */
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
    await paint(),
  ];
}

async function paint(): Promise<Measured> {
  const { gadgetMs, emptyMs } = await firstPaints(rounds);
  const times = gadgetMs / emptyMs;
  return {
    measure: "gadget first paint in Chromium",
    value: `${times.toFixed(2)} ×`,
    target: `≤ ${mostTimes} × an empty React module in the same run`,
    met: times <= mostTimes,
    detail: `${gadgetMs.toFixed(0)} ms against ${emptyMs.toFixed(0)} ms, medians of ${rounds} cold loads`,
  };
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
