import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { placeIn } from "./place";
import type { Place } from "./place";
import { keysAt, planSchema, valuesAt } from "./schema";
import type { KeyHint } from "./schema";

/** What may stand at the cursor: the keys of the place, the words a value may be, or what the file already names. */
export function complete({ state, pos, explicit }: CompletionContext): CompletionResult | null {
  const text = state.doc.toString();
  const place = placeIn(text, pos);
  if (place.word === "" && !explicit && place.key === null) return null;
  const options = optionsAt(place, text);
  return options.length === 0 ? null : { from: pos - place.word.length, options, validFor: /^[\w@.+-]*$/ };
}

export function optionsAt(place: Place, text: string): readonly Completion[] {
  const { path, key } = place;
  if (key === null) return [...keysAt(planSchema(), path).map(keyOption), ...entries([...path], text)];
  const words = valuesAt(planSchema(), [...path, key]);
  if (words.length > 0) return words.map((label) => ({ label, type: "enum" }));
  return entries([...path, key], text);
}

function keyOption({ key, isRequired, opens }: KeyHint): Completion {
  const tail = opens === null ? ": " : ":";
  return {
    label: key,
    apply: `${key}${tail}`,
    type: "property",
    detail: isRequired ? "needed" : "",
    boost: isRequired ? 1 : 0,
  };
}

/** Which lists and values name something that stands elsewhere in the file. */
const refers: Readonly<Record<string, readonly string[]>> = {
  after: ["steps"],
  step: ["steps"],
  parent: ["steps"],
  threatens: ["steps"],
  covers: ["steps"],
  wave: ["waves"],
};
const people = new Set(["owner", "accountable", "responsible", "consulted", "informed", "projectManager", "sponsor"]);
const repeated = new Set(["phase", "stream", "channel", "audience", "departments", "department", "unit"]);

/** Ids, people and words as the file uses them already. */
function entries(path: readonly string[], text: string): readonly Completion[] {
  const name = path.findLast((part) => part !== "*") ?? "";
  const sections = refers[name];
  if (sections !== undefined) return sections.flatMap((section) => idsIn(text, section));
  if (people.has(name)) return wordsIn(text, /[\w.+-]+@[\w.-]+\.\w+/g).map((label) => ({ label, type: "text" }));
  if (!repeated.has(name)) return [];
  const used = wordsIn(text, new RegExp(`\\b${name}:\\s*([^,\\n{}\\[\\]]+)`, "g"));
  return used.map((label) => ({ label, type: "text" }));
}

function idsIn(text: string, section: string): readonly Completion[] {
  const start = text.search(new RegExp(`^${section}:`, "m"));
  if (start < 0) return [];
  const rest = text.slice(start + section.length + 1);
  const end = rest.search(/^\w/m);
  const body = end < 0 ? rest : rest.slice(0, end);
  return [...body.matchAll(/\bid:\s*([\w./-]+)(?:[^\n]*?\btitle:\s*([^,\n}]+))?(?:\n\s+title:\s*([^\n]+))?/g)].map(
    ([, id = "", inline, below]) => ({ label: id, type: "constant", detail: (inline ?? below ?? "").slice(0, 40) }),
  );
}

function wordsIn(text: string, pattern: RegExp): readonly string[] {
  return [...new Set([...text.matchAll(pattern)].map(([all, word]) => (word ?? all).trim()))]
    .filter(Boolean)
    .slice(0, 50);
}
