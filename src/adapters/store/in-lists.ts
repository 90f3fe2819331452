import type { Cell, Row } from "./database";

/** Few enough for one statement to be read and carried out within its seconds. */
const mostListed = 400;

/** The question marks of an `IN (…)`, one a value. */
export function marks(values: readonly unknown[]): string {
  return values.map(() => "?").join(", ");
}

/** Values too many for one statement, some at a time. */
export function* partsOf<T>(values: readonly T[], most: number = mostListed): Generator<readonly T[]> {
  for (let from = 0; from < values.length; from += most) yield values.slice(from, from + most);
}

/** The rows of all the values, whatever part they were asked for in. */
export async function rowsOf(
  values: readonly Cell[],
  ask: (part: readonly Cell[]) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  const found: Row[] = [];
  for (const part of partsOf(values)) found.push(...(await ask(part)));
  return found;
}
