import type { Document, LineCounter, YAMLError } from "yaml";
import { isMap, isScalar, visit } from "yaml";
import type { FindPlace, Path, Place } from "./check-plan";
import type { FileFinding } from "./read-result";

/**
 * How every reader here reads YAML 1.2, with the `<<` of 1.1 by which people share what many steps have in common. The library's own check of keys that come twice, and its pictures of the place of an error, take
 * the square of their number; both are made here instead.
 */
export const yamlOptions = { schema: "core", merge: true, uniqueKeys: false, prettyErrors: false } as const;

/** More findings than these nobody reads before mending some. */
const mostFindings = 20;

export function syntaxFindings(document: Document, lines: LineCounter): readonly FileFinding[] {
  const found = document.errors
    .slice(0, mostFindings)
    .map((error) => ({ ...placeAt(lines, error.pos[0]), path: "", ...saidOf(error) }));
  return found.filter(({ line, message }, at) => {
    const before = found[at - 1];
    return before?.line !== line || before.message !== message;
  });
}

/** The library's words suit whoever writes parsers; these slips are the ones people make. */
const slips: Readonly<Partial<Record<YAMLError["code"], string>>> = {
  BAD_INDENT: "This line is indented more, or less, than those it belongs to, or a bracket before it is not closed.",
  BLOCK_AS_IMPLICIT_KEY: "A second colon stands on this line; put the words between quotes.",
  MULTILINE_IMPLICIT_KEY: "A key here has no colon after it, and no value.",
  TAB_AS_INDENT: "This line is indented by a tab; YAML takes spaces.",
};

/** In words for somebody who does not program. */
function saidOf({ code, message }: Document["errors"][number]): Pick<FileFinding, "message" | "mend"> {
  if (code === "MULTIPLE_DOCS")
    return { message: "A second document begins here.", mend: "Keep one plan in a file, without a line of ---." };
  if (/call stack/i.test(message)) return { message: "It nests far too deep.", mend: "Nest less deeply." };
  return {
    message: slips[code] ?? message.split("\n")[0] ?? "",
    mend: "Correct the YAML at this line; indentation is the usual cause.",
  };
}

/** A key said twice in one map: which of the two holds is anybody's guess. */
export function keysTwice(document: Document, lines: LineCounter): readonly FileFinding[] {
  const found: FileFinding[] = [];
  visit(document, {
    Map(_, map) {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        const name = isScalar(key) ? String(key.value) : "";
        if (isScalar(key) && seen.has(name) && found.length < mostFindings)
          found.push({
            ...placeAt(lines, key.range?.[0] ?? 0),
            path: "",
            message: `"${name.slice(0, 80)}" is said twice in one place.`,
            mend: "Keep one of the two.",
          });
        seen.add(name);
      }
    },
  });
  return found;
}

const reserved = new Set(["__proto__", "constructor", "prototype"]);

export function hostileKeys(document: Document, lines: LineCounter): readonly FileFinding[] {
  const found: FileFinding[] = [];
  visit(document, {
    Pair(_, pair) {
      const key = isScalar(pair.key) ? pair.key : null;
      if (key === null) {
        const mend = "Use plain words as keys.";
        found.push({ line: null, column: null, path: "", message: "A key is a list or a map.", mend });
      } else if (reserved.has(String(key.value))) {
        const place = placeAt(lines, key.range?.[0] ?? 0);
        found.push({
          ...place,
          path: "",
          message: `"${String(key.value)}" cannot be a key.`,
          mend: "Use another word.",
        });
      }
    },
  });
  return found;
}

/** `012` and `1.0` are text where text is wanted, so a number that would lose its spelling keeps it until a field asks for a number. */
export function keepSpelling(document: Document): void {
  visit(document, {
    Scalar(_, scalar) {
      if (typeof scalar.value === "number" && scalar.source !== undefined && String(scalar.value) !== scalar.source) {
        scalar.value = scalar.source;
      }
    },
  });
}

export function placeFinder(document: Document, lines: LineCounter): FindPlace {
  return (path) => {
    for (let length = path.length; length >= 0; length--) {
      const start = startOf(document, path.slice(0, length));
      if (start !== null) return placeAt(lines, start);
    }
    return null;
  };
}

function placeAt(lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}

function startOf(document: Document, path: Path): number | null {
  const parent: unknown = document.getIn(path.slice(0, -1), true);
  const last = path.at(-1);
  if (isMap(parent)) {
    const pair = parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(last));
    if (pair && isScalar(pair.key)) return pair.key.range?.[0] ?? null;
  }
  const node: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
  return hasRange(node) ? node.range[0] : null;
}

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range);
}
