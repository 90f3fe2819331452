import type { Term } from "./world";

/** `~`: every word must occur, `word*` as a prefix; a query in double quotes must occur as written. */
export function textTest(query: string): (term: Term) => boolean {
  const wanted = query.toLowerCase();
  if (/^".*"$/.test(wanted)) return (term) => term.names.some((text) => text.includes(wanted.slice(1, -1)));
  const words = wanted.split(/[^\p{L}\p{N}*]+/u).filter((word) => word !== "");
  return (term) => words.every((word) => term.names.some((text) => hasWord(text, word)));
}

function hasWord(text: string, word: string): boolean {
  const words = text.split(/[^\p{L}\p{N}]+/u);
  return word.endsWith("*") ? words.some((other) => other.startsWith(word.slice(0, -1))) : words.includes(word);
}
