/** How a column of a register counts, and how its values come onto the scale of one to five. */
export interface RiskScale {
  /** 3, 4, 5 or 10 points; 100 for percentages. */
  readonly points: number;
}

/** Names of grades from low to high, as the usual three to five step scales call them. */
const grades: readonly { readonly grade: number; readonly said: RegExp }[] = [
  { grade: 1, said: /^(very low|rare|remote|improbable|insignificant|negligible|trivial|sehr gering|sehr niedrig)$/ },
  { grade: 2, said: /^(low|unlikely|minor|gering|niedrig)$/ },
  { grade: 3, said: /^(medium|med|moderate|possible|occasional|mittel)$/ },
  { grade: 4, said: /^(high|likely|probable|major|significant|serious|hoch)$/ },
  { grade: 5, said: /^(very high|almost certain|certain|frequent|extreme|critical|catastrophic|severe|sehr hoch)$/ },
];

interface Said {
  readonly number: number | null;
  readonly grade: number | null;
  readonly isPercent: boolean;
}

/** `High (3)`, `3 - High`, `3`, `High`, `40 %`. */
function split(cell: string): Said {
  const text = cell.trim().toLowerCase().slice(0, 80);
  const number = /\d+(?:[.,]\d+)?/.exec(text)?.[0];
  const words = text
    .replaceAll(/[^\p{L}\s]/gu, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  return {
    number: number === undefined ? null : Number(number.replace(",", ".")),
    grade: grades.find(({ said }) => said.test(words))?.grade ?? null,
    isPercent: text.includes("%"),
  };
}

/** What a column counts to: by percent signs, by a number beside its name, then by the largest number. */
export function scaleOf(cells: readonly string[]): RiskScale {
  const said = cells.map(split);
  const largest = Math.max(0, ...said.map(({ number }) => number ?? 0));
  if (said.some(({ isPercent }) => isPercent)) return { points: 100 };
  if (said.some(({ number }) => number !== null && number > 0 && number < 1)) return { points: 1 };
  if (largest > 10) return { points: 100 };
  if (largest > 5) return { points: 10 };
  const high = said.find(({ number, grade }) => number !== null && number >= 3 && grade === 4);
  // "High (3)" ends a scale of three, unless something is very high.
  if (high?.number === 3) return { points: said.some(({ grade }) => grade === 5) ? 4 : 3 };
  const names = new Set(said.map(({ grade }) => grade).filter((grade) => grade !== null));
  const isNamed = said.every(({ number }) => number === null);
  return { points: isNamed && names.size > 0 && !names.has(1) && !names.has(5) ? 3 : 5 };
}

/** One to five; null where a cell says nothing that can be placed. Ends of a scale stay its ends. */
export function onFive(cell: string, { points }: RiskScale): number | null {
  const { number, grade } = split(cell);
  if (number === null) return grade === null ? null : gradeOn(grade, points);
  if (points === 5) return Number.isInteger(number) && number >= 1 && number <= 5 ? number : null;
  if (points === 100 || points === 1) return ofPercent(points === 1 && !cell.includes("%") ? number * 100 : number);
  if (points === 10) return number >= 1 && number <= 10 ? Math.ceil(number / 2) : null;
  const places: Readonly<Record<number, readonly number[]>> = { 3: [1, 3, 5], 4: [1, 2, 4, 5] };
  return places[points]?.[number - 1] ?? null;
}

/** On a scale of three, low, medium and high are its ends and its middle. */
function gradeOn(grade: number, points: number): number {
  if (points === 3) return grade <= 2 ? 1 : grade === 3 ? 3 : 5;
  return grade;
}

function ofPercent(percent: number): number | null {
  if (percent < 0 || percent > 100) return null;
  return 1 + [10, 30, 50, 70].filter((edge) => percent > edge).length;
}
