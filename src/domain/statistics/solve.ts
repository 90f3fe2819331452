/** The x with matrix · x = right, by elimination with the largest pivot first; `null` where the matrix is singular. */
export function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] | null {
  const rows = matrix.map((row, place) => [...row, right[place]!]);
  const size = rows.length;
  const scale = Math.max(...matrix.flat().map(Math.abs));
  for (let column = 0; column < size; column += 1) {
    const pivot = largestBelow(rows, column);
    const top = rows[pivot]!;
    if (Math.abs(top[column]!) <= scale * 1e-12) return null;
    rows[pivot] = rows[column]!;
    rows[column] = top;
    for (let row = 0; row < size; row += 1) {
      if (row !== column) eliminate(rows[row]!, top, column);
    }
  }
  return rows.map((row, place) => row[size]! / row[place]!);
}

function largestBelow(rows: readonly (readonly number[])[], column: number): number {
  let best = column;
  for (let row = column + 1; row < rows.length; row += 1) {
    if (Math.abs(rows[row]![column]!) > Math.abs(rows[best]![column]!)) best = row;
  }
  return best;
}

function eliminate(row: number[], top: readonly number[], column: number): void {
  const factor = row[column]! / top[column]!;
  if (factor === 0) return;
  for (let place = column; place < row.length; place += 1) row[place]! -= factor * top[place]!;
}
