/** A prime whose products stay exact in a double. */
const prime = 67_108_859;

/** One published total: which columns it adds up, and of which rows it is made after elimination. */
interface Line {
  readonly values: number[];
  readonly made: number[];
}

export interface Eliminated {
  /** One number a column; columns whose numbers add up to 0 can be had from the rows by adding and subtracting. */
  readonly marks: readonly number[];
  /** How: the factor of each row, not 0 where the row is needed; null where it cannot be had after all. */
  readonly factorsOf: (columns: readonly number[]) => readonly number[] | null;
}

/**
 * Gauss–Jordan over the remainders of a prime. A set of columns follows from the rows exactly if it is orthogonal to everything the rows
 * cannot see. Rows of zeros and ones have small minors, so what holds for fractions holds here.
 */
export function eliminate(rows: readonly (readonly number[])[], columns: number): Eliminated {
  const lines = rows.map((values, row): Line => ({
    values: [...values],
    made: rows.map((_, at) => (at === row ? 1 : 0)),
  }));
  const pivots: number[] = [];
  for (let column = 0; column < columns && pivots.length < lines.length; column += 1) {
    const found = lines.findIndex((line, row) => row >= pivots.length && line.values[column] !== 0);
    if (found < 0) continue;
    const row = pivots.length;
    [lines[row], lines[found]] = [lines[found]!, lines[row]!];
    scale(lines[row], inverse(lines[row].values[column]!));
    lines.forEach((line, at) => {
      if (at !== row && line.values[column] !== 0) subtract(line, lines[row]!, line.values[column]!);
    });
    pivots.push(column);
  }
  return { marks: marksOf(lines, pivots, columns), factorsOf: (set) => factors(lines, pivots, { set, columns }) };
}

function scale(line: Line, by: number): void {
  for (const part of [line.values, line.made]) part.forEach((value, at) => (part[at] = (value * by) % prime));
}

function subtract(from: Line, what: Line, times: number): void {
  for (const part of ["values", "made"] as const) {
    const [into, of] = [from[part], what[part]];
    of.forEach((value, at) => {
      if (value !== 0) into[at] = modulo(into[at]! - ((value * times) % prime));
    });
  }
}

/** A column's row of the null space, folded into one number by fixed weights. */
function marksOf(lines: readonly Line[], pivots: readonly number[], columns: number): readonly number[] {
  const weights = Array.from({ length: columns }, () => 0);
  let weight = 48_271;
  const isPivot = new Set(pivots);
  for (let column = 0; column < columns; column += 1) {
    weight = (weight * 16_807 + 12_345) % prime;
    if (!isPivot.has(column)) weights[column] = weight;
  }
  const marks = [...weights];
  pivots.forEach((pivot, row) => {
    const sum = lines[row]!.values.reduce((total, value, at) => (total + value * weights[at]!) % prime, 0);
    marks[pivot] = modulo(-sum);
  });
  return marks;
}

interface Wanted {
  readonly set: readonly number[];
  readonly columns: number;
}

function factors(lines: readonly Line[], pivots: readonly number[], { set, columns }: Wanted): number[] | null {
  const rest: Line = { values: Array.from({ length: columns }, () => 0), made: lines.map(() => 0) };
  for (const column of set) rest.values[column] = 1;
  pivots.forEach((pivot, row) => {
    if (rest.values[pivot] !== 0) subtract(rest, lines[row]!, rest.values[pivot]!);
  });
  return rest.values.every((value) => value === 0) ? rest.made.map((value) => modulo(-value)) : null;
}

/** Fermat: a to the power p − 2. */
function inverse(value: number): number {
  let [result, base] = [1, value];
  for (let power = prime - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % prime;
    base = (base * base) % prime;
  }
  return result;
}

export function modulo(value: number): number {
  return ((value % prime) + prime) % prime;
}
