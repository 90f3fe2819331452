/** Small words that no text of a language does without, and that the others do not share. */
const english = words(
  "the of and to with from for by each every all until against into is are then that what who after before",
);

const others = words(
  `und der das den dem des mit von vom für zum zur auf ein eine einen aus nach bei über wird werden alle
  le la les et avec pour dans sur une aux du vers chaque el los las con para por del cada il gli della delle nel per di da
  het een met van voor naar op och att från för på av till ett dla oraz przez każdy e os das com para uma`,
);

/**
 * Whether a text may be judged by English words. Without a sign of either it may; where another script or another language's small words
 * prevail, silence is better than nonsense.
 */
export function readsEnglish(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (latin < letters * 0.7) return false;
  const said = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const count = (among: ReadonlySet<string>) => said.filter((word) => among.has(word)).length;
  return count(others) <= count(english);
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}
