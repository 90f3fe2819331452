import { checking, doing, hoping, tools } from "./step-words";

/** What makes a step executable without further interpretation (M4). */
export type Part = "verb" | "object" | "means" | "check";

export const parts: readonly Part[] = ["verb", "object", "means", "check"];

const determiner =
  /^(the|a|an|all|each|every|both|any|no|this|these|our|their|its|\d.*|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)$/;
const nounEnding = /(tion|sion|ment|ance|ence|ity|ness|ing|ship|ism|logy|[dlst]ure)$/;
/** `replicate`, `certify`, `anonymise`: words made into verbs. */
const verbEnding = /\p{L}{3}(ate|ify|ise|ize|yse|yze)$/u;
/** What ends like one and is a thing. */
const noVerb =
  /^(certificate|template|candidate|climate|corporate|private|mandate|delegate|graduate|associate|estate|senate|affiliate|franchise|enterprise|exercise|expertise|premise|merchandise)$/;
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
  const missing = parts.filter((part) => !has[part]);
  const isMinor = missing.length === 1 && (missing[0] === "means" || missing[0] === "check");
  return isMinor && isSpelledOut(all, text) ? [] : missing;
}

/** A long sentence that counts what it acts on leaves little open, even where no tool or no check is found in it by its words. */
function isSpelledOut(all: readonly string[], text: string): boolean {
  if (all.length < 14 || empty.test(text) || wishes.test(text)) return false;
  return all.length >= 16 || all.some((word) => /\d/.test(word)) || counted.test(text);
}

const wishes =
  /\b(make sure|makes? certain|ensur\w+|try to|aim\w*|as (soon|well|far|much|good|many) as|happy|comfortable|smooth\w*|success\w*|improv\w+|support\w*|better|efficient\w*|appropriate\w*|necessary|possible|relevant|stakeholders|everyone|everybody|everything)\b/i;
const counted = /\b(each|every|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty)\b/i;

function wordsOf(clause: string): readonly string[] {
  return clause.split(/[\s,()"“”]+/).filter((word) => word !== "");
}

/** A known deed; any other word that acts on "the", on a number, or on something by some means; `re-` makes a deed of a deed. */
function isDeed(clause: readonly string[]): boolean {
  const [first = "", second = ""] = clause.map((word) => word.toLowerCase());
  if (hoping.has(first)) return false;
  if (doing.has(first) || doing.has(first.replace(/^re-?/, ""))) return second !== "";
  if (determiner.test(first) || preposition.test(first) || first.endsWith("ing")) return false;
  if (verbEnding.test(first) && !noVerb.test(first)) return second !== "";
  if (determiner.test(second)) return true;
  if (nounEnding.test(first) || noVerb.test(first)) return false;
  const isActing = clause.length >= 5 && clause.slice(2).some((word) => meansPreposition.test(word.toLowerCase()));
  return isActing && !preposition.test(second) && !nounEnding.test(second);
}

function hasObject(clause: readonly string[]): boolean {
  return (
    isDeed(clause) &&
    clause.slice(1).some((word) => !determiner.test(word.toLowerCase()) && !preposition.test(word.toLowerCase()))
  );
}

/** A tool, source or place: a preposition, and within the next words a proper name, a code, a number, a known tool, or a thing said in two words. */
function hasMeans(clause: readonly string[]): boolean {
  return clause.some((word, at) => {
    if (at === 0 || !meansPreposition.test(word.toLowerCase())) return false;
    const reach = clause.slice(at + 1, at + 7);
    const end = reach.findIndex((next) => /^(and|then|so|but)$/i.test(next));
    const near = reach.slice(0, end === -1 ? undefined : end);
    const isBy = /^(by|via|using|with)$/i.test(word);
    return near.some(isConcrete) || isQualified(isBy && !determiner.test(near[0] ?? "") ? ["the", ...near] : near);
  });
}

/** "The hygiene book" is one thing, "the depot" and "the new system" may be any. */
function isQualified(near: readonly string[]): boolean {
  const [first = "", ...rest] = near.map((word) => word.toLowerCase());
  if (!determiner.test(first)) return false;
  const end = rest.findIndex((word) => preposition.test(word) || determiner.test(word));
  return rest.slice(0, end === -1 ? undefined : end).filter((word) => !anyThing.test(word)).length >= 2;
}

/** Adjectives and nouns that fit everything and so tell nothing. */
const anyThing =
  /^(new|old|other|right|correct|proper|remaining|whole|entire|current|existing|future|various|relevant|appropriate|necessary|required|affected|different|own|best|way|manner|system|systems|process|processes|team|teams|people|users|staff|change|changes|project|work|business|department|departments|stakeholders|needs|rules|procedures|thing|things)$/;

function isConcrete(word: string): boolean {
  return /\p{Lu}|\d|_|\p{L}[./]\p{L}/u.test(word) || tools.has(word.toLowerCase());
}

const measured =
  /[≥≤<>=]\s*\d|\d\s*(%|°)|\bwithin \d|\bno more than\b|\bat (least|most)\b|\bzero\b|\balone\b|\bwithout (help|error|a difference)|\bagainst (the|a|an|its|each|every|\d|\p{Lu})|\bdifferences?\b|\bsignatures?\b/u;

/** A second deed, done to each or to so many of them, or entered where it can be read again: one sees from it that the first is done. */
const oneByOne =
  /(,|;|\.|\band\b)\s.*\b(each|every|one in \p{L}+|at random|(two|three|five|ten|twenty|\d+) \p{Ll}+|second \p{Ll}+|in(to)? the (\p{L}+ )?(log|register|book|record|list|sheet|certificate|minutes))\b/u;

/** A word of checking, and something that is checked: "check it" and "make sure that everything works" are wishes. */
function hasCheck(all: readonly string[], text: string): boolean {
  if (measured.test(text) || oneByOne.test(text)) return true;
  return all.some((word, at) => {
    if (/^(counter)?sign(s|ed|ing)?$/i.test(word)) return true;
    if (!checking.has(word.toLowerCase())) return false;
    const rest = all.slice(at + 1).map((next) => next.toLowerCase());
    const [first = "", second = ""] = /^(that|if|whether)$/.test(rest[0] ?? "") ? rest.slice(1) : rest;
    // "that it works" tells nothing, "that it resolves" does.
    const isSaid = first === "it" && second !== "" && !/^(works?|is|was|runs?|goes|functions?)$/.test(second);
    return isSaid || !vagueCheck.test(first);
  });
}
