import type { Fix } from "./fixes";
import { nearest } from "./nearest";
import { keysAt, planSchema } from "./schema";

interface Slip {
  readonly message: string;
  /** `steps[3]`: what the word stands in. */
  readonly path: string;
  /** Both counted from 1. */
  readonly line: number | null;
  readonly column: number | null;
}

/** For a key the plan file does not know: the key that was meant. */
export function respellKey(text: string, { message, path, line, column }: Slip): readonly Fix[] {
  const word = /"([^"]+)"(?:, "[^"]+")*, which a plan file does not know/.exec(message)?.[1];
  if (word === undefined || line === null || column === null) return [];
  const at = lineStart(text, line) + column - 1;
  const place = path
    .split(".")
    .flatMap((part) => (part === "" ? [] : part.replace(/\[\d+\]/g, "\u0000*").split("\u0000")));
  return replaced(text, at, { word, known: keysAt(planSchema(), place).map(({ key }) => key) });
}

/** For a name the plan has no such thing of: the id that was meant, on the line that names it or below it. */
export function respellName(text: string, message: string, line: number | null): readonly Fix[] {
  const word = /names "([^"]+)" under/.exec(message)?.[1];
  if (word === undefined || line === null) return [];
  const known = [...text.matchAll(/(?:^|[\s{,-])id: *"?([\p{L}\p{N}_][\p{L}\p{N}._-]*)/gu)].map(([, id = ""]) => id);
  const from = lineStart(text, line);
  const found = text
    .slice(from)
    .search(new RegExp(`(?<![\\p{L}\\p{N}._-])${word.replaceAll(".", "\\.")}(?![\\p{L}\\p{N}._-])`, "u"));
  return found < 0 ? [] : replaced(text, from + found, { word, known: [...new Set(known)] });
}

function replaced(
  text: string,
  at: number,
  { word, known }: { readonly word: string; readonly known: readonly string[] },
): readonly Fix[] {
  const meant = nearest(word, known);
  if (meant === null || text.slice(at, at + word.length) !== word) return [];
  return [{ name: `Write ${meant}`, at, remove: word.length, insert: meant, cursor: meant.length }];
}

function lineStart(text: string, line: number): number {
  return text
    .split("\n")
    .slice(0, line - 1)
    .reduce((sum, row) => sum + row.length + 1, 0);
}
