import { checking, doing, hoping, tools } from "./step-words";

/** What makes a step executable without further interpretation (M4). */
export type Part = "verb" | "object" | "means" | "check";

export const parts: readonly Part[] = ["verb", "object", "means", "check"];

const determiner =
  /^(the|a|an|all|each|every|both|any|no|this|these|our|their|its|\d.*|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)$/;
const nounEnding = /(tion|sion|ment|ance|ence|ity|ness|ing|ship|ism|logy|ure)$/;
const preposition =
  /^(with|via|using|from|in|on|through|into|onto|by|as|against|at|to|under|inside|per|of|for|over|between)$/;
const meansPreposition = /^(with|via|using|from|in|on|through|into|onto|by|as|against|at|to|under|inside|per)$/;
const empty =
  /\b(etc|and so on|as (needed|required|appropriate|necessary|applicable)|if (needed|necessary|required)|where (possible|appropriate)|somehow|tbd|tbc|various|properly|and everything|and more)\b/i;
const vagueCheck = /^(it|everything|things|all|works|again|afterwards|carefully|$)/;

/** Which parts the text of a step lacks. */
export function missingParts(text: string): readonly Part[] {
  const clauses = text
    .split(/[.;:!?]\s+|\n/)
    .map(wordsOf)
    .filter((clause) => clause.length > 0);
  const all = clauses.flat();
  const has: Readonly<Record<Part, boolean>> = {
    verb: clauses.some((clause) => isDeed(clause)),
    object: clauses.some(hasObject),
    means: clauses.some(hasMeans) && !empty.test(text),
    check: hasCheck(all, text) && !empty.test(text),
  };
  return parts.filter((part) => !has[part]);
}

function wordsOf(clause: string): readonly string[] {
  return clause.split(/[\s,()"“”]+/).filter((word) => word !== "");
}

function isDeed(clause: readonly string[]): boolean {
  const [first = "", second = ""] = clause.map((word) => word.toLowerCase());
  if (hoping.has(first)) return false;
  if (doing.has(first)) return second !== "";
  return determiner.test(second) && !nounEnding.test(first) && !determiner.test(first) && !preposition.test(first);
}

function hasObject(clause: readonly string[]): boolean {
  return (
    isDeed(clause) &&
    clause.slice(1).some((word) => !determiner.test(word.toLowerCase()) && !preposition.test(word.toLowerCase()))
  );
}

/** A tool, source or place: a preposition, and within the next words a proper name, a code, a number or a known tool. */
function hasMeans(clause: readonly string[]): boolean {
  return clause.some((word, at) => {
    if (at === 0 || !meansPreposition.test(word.toLowerCase())) return false;
    const reach = clause.slice(at + 1, at + 7);
    const end = reach.findIndex((next) => /^(and|then|so|but)$/i.test(next));
    return reach.slice(0, end === -1 ? undefined : end).some(isConcrete);
  });
}

function isConcrete(word: string): boolean {
  return /\p{Lu}|\d|_|\p{L}[./]\p{L}/u.test(word) || tools.has(word.toLowerCase());
}

const measured =
  /[≥≤<>=]\s*\d|\d\s*(%|°)|\bwithin \d|\bno more than\b|\bat (least|most)\b|\bzero\b|\balone\b|\bwithout (help|error|a difference)/i;

/** A word of checking, and something that is checked: "check it" and "make sure that everything works" are wishes. */
function hasCheck(all: readonly string[], text: string): boolean {
  if (measured.test(text)) return true;
  return all.some((word, at) => {
    if (!checking.has(word.toLowerCase())) return false;
    if (/^signs?$|^signed$/i.test(word)) return true;
    const next = (all[at + 1] ?? "").toLowerCase();
    return !vagueCheck.test(/^(that|if|whether)$/.test(next) ? (all[at + 2] ?? "").toLowerCase() : next);
  });
}
