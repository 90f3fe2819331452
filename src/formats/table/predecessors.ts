import { findLag } from "#domain/calendar/duration";
import type { Dependency, DependencyType } from "#domain/plan/plan";
import { parseJson } from "./cells";
import { readDuration } from "./duration-words";

/** What MS Project calls the four kinds in English, German, French, Spanish, Italian, Portuguese and Dutch. */
const types: Readonly<Record<string, DependencyType>> = {
  FS: "FS",
  SS: "SS",
  FF: "FF",
  SF: "SF",
  EA: "FS",
  AA: "SS",
  EE: "FF",
  AE: "SF",
  FD: "FS",
  DD: "SS",
  DF: "SF",
  FC: "FS",
  CC: "SS",
  CF: "SF",
  FI: "FS",
  II: "SS",
  IF: "SF",
  TI: "FS",
  TT: "FF",
  IT: "SF",
  EB: "FS",
  BB: "SS",
  BE: "SF",
};

const tail = new RegExp(String.raw`^\s*(${Object.keys(types).join("|")})?\s*(?:([+-])\s*(.+))?$`, "i");

/** `export; 3FS+2d, mapping SS-1 day`. `find` turns what a person wrote for a step into its id. */
export function readPredecessors(
  cell: string,
  find: (name: string) => string | null,
): readonly (Dependency | { readonly unknown: string })[] {
  const text = cell.trim();
  const value = text.startsWith("[") ? parseJson(text) : null;
  if (Array.isArray(value))
    return value.map((entry) => readPredecessor(String(entry), find) ?? { unknown: String(entry) });
  const whole = find(text);
  if (whole !== null) return [{ step: whole, type: "FS", lag: "0" }];
  if (/[;\n]/.test(text)) return text.split(/[;\n]/).flatMap((part) => readListed(part, find));
  return readListed(text, find);
}

/** More commas than this stand in no title, and more steps in no cell. */
const mostCommas = 6;
const mostListed = 5000;

/** Steps between commas. A title may hold commas itself, and so may a lag, so the longest run of parts that names a step is one. */
function readListed(
  text: string,
  find: (name: string) => string | null,
): readonly (Dependency | { readonly unknown: string })[] {
  const parts = text.split(",", mostListed);
  const found: (Dependency | { readonly unknown: string })[] = [];
  for (let at = 0; at < parts.length;) {
    const runs = Array.from({ length: Math.min(mostCommas, parts.length - at) }, (_, more) => more + 1).toReversed();
    const length =
      runs.find(
        (count) =>
          readPredecessor(
            parts
              .slice(at, at + count)
              .join(",")
              .trim(),
            find,
          ) !== null,
      ) ?? 1;
    const run = parts
      .slice(at, at + length)
      .join(",")
      .trim();
    if (run !== "") found.push(readPredecessor(run, find) ?? { unknown: run });
    at += length;
  }
  return found;
}

/** No id, title and lag together are longer; trying every beginning of a longer text would take for ever. */
const longest = 400;

/** How what stands behind a step begins: a type, a lag, a blank before either. */
const mayFollow = new Set([
  ...Object.keys(types).flatMap((type) => [type.charAt(0), type.charAt(0).toLowerCase()]),
  "+",
  "-",
  " ",
  "\t",
  "\u00A0",
]);

/** The longest beginning that is a step wins, so that an id may end in "SS". */
function readPredecessor(text: string, find: (name: string) => string | null): Dependency | null {
  if (text.length > longest) return null;
  for (let length = text.length; length > 0; length--) {
    if (length < text.length && !mayFollow.has(text[length] ?? "")) continue;
    const step = find(text.slice(0, length).trim());
    const parts = step === null ? null : tail.exec(text.slice(length));
    if (step === null || !parts) continue;
    const [, type = "FS", sign, words] = parts;
    const lag = words === undefined ? "0" : readLag(`${sign === "-" ? "-" : ""}${words}`);
    if (lag !== null) return { step, type: types[type.toUpperCase()] ?? "FS", lag };
  }
  return null;
}

export function readLag(words: string): string | null {
  const said = words.trim();
  return findLag(said) === null ? readDuration(said) : said;
}

export function writePredecessors(after: readonly Dependency[], ids: ReadonlySet<string>): string {
  const plain = after.map(writePredecessor).join("; ");
  const again = readPredecessors(plain, (name) => (ids.has(name) ? name : null));
  return JSON.stringify(again) === JSON.stringify(after) ? plain : JSON.stringify(after.map(writePredecessor));
}

function writePredecessor({ step, type, lag }: Dependency): string {
  if (type === "FS" && lag === "0") return step;
  if (lag === "0") return `${step}${type}`;
  return `${step}${type}${/^[+-]/.test(lag) ? lag : `+${lag}`}`;
}
