export interface Part {
  readonly kind: "same" | "gone" | "new";
  readonly text: string;
}

/** Past this many comparisons a diff says less than the two texts side by side. */
const mostCells = 250_000;

/** What became of a text, word by word: the words kept, taken away and put in, in reading order. Space alone is no change. */
export function wordDiff(before: string, after: string): readonly Part[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const head = sameAtStart(old, now);
  const tail = sameAtStart(old.slice(head).toReversed(), now.slice(head).toReversed());
  const [oldMiddle, newMiddle] = [old.slice(head, old.length - tail), now.slice(head, now.length - tail)];
  return joined([
    ...now.slice(0, head).map((text): Part => ({ kind: "same", text })),
    ...middle(oldMiddle, newMiddle),
    ...now.slice(now.length - tail).map((text): Part => ({ kind: "same", text })),
  ]);
}

/** Words and signs, each with the white space behind it. */
function wordsOf(text: string): readonly string[] {
  return text.match(/(?:[\p{L}\p{N}]+|[^\p{L}\p{N}\s])\s*|\s+/gu) ?? [];
}

/** A word is the same whatever space follows it; else the last word of a text would differ from itself further in. */
function isSame(a: string | undefined, b: string | undefined): boolean {
  return a?.trimEnd() === b?.trimEnd();
}

function sameAtStart(a: readonly string[], b: readonly string[]): number {
  const apart = a.findIndex((word, at) => !isSame(word, b[at]));
  return apart === -1 ? Math.min(a.length, b.length) : apart;
}

function middle(old: readonly string[], now: readonly string[]): readonly Part[] {
  const gone = old.map((text): Part => ({ kind: "gone", text }));
  const fresh = now.map((text): Part => ({ kind: "new", text }));
  if (old.length * now.length > mostCells) return [...gone, ...fresh];
  const longest = longestCommon(old, now);
  const parts: Part[] = [];
  let [a, b] = [0, 0];
  while (a < old.length && b < now.length) {
    const [here, right, below] = [old[a], longest[a + 1]?.[b] ?? 0, longest[a]?.[b + 1] ?? 0];
    if (isSame(here, now[b])) {
      parts.push({ kind: "same", text: now[b] ?? "" });
      a += 1;
      b += 1;
    } else if (right >= below) {
      parts.push({ kind: "gone", text: here ?? "" });
      a += 1;
    } else {
      parts.push({ kind: "new", text: now[b] ?? "" });
      b += 1;
    }
  }
  return [...parts, ...gone.slice(a), ...fresh.slice(b)];
}

/** Length of the longest common run of words from each pair of places on. */
function longestCommon(old: readonly string[], now: readonly string[]): readonly (readonly number[])[] {
  const table = Array.from({ length: old.length + 1 }, () => Array.from({ length: now.length + 1 }, () => 0));
  for (let a = old.length - 1; a >= 0; a -= 1) {
    for (let b = now.length - 1; b >= 0; b -= 1) {
      const same = isSame(old[a], now[b]) ? (table[a + 1]?.[b + 1] ?? 0) + 1 : 0;
      const row = table[a];
      if (row) row[b] = Math.max(same, table[a + 1]?.[b] ?? 0, row[b + 1] ?? 0);
    }
  }
  return table;
}

function joined(parts: readonly Part[]): readonly Part[] {
  const runs: Part[] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    if (last?.kind === part.kind) runs[runs.length - 1] = { kind: part.kind, text: last.text + part.text };
    else runs.push(part);
  }
  return runs;
}
