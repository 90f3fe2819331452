/** One line of the report. Ratios compare two things measured in this very run; counts are exact. */
export interface Measured {
  readonly measure: string;
  readonly value: string;
  readonly target: string;
  readonly met: boolean;
  readonly detail: string;
}

/** The median of several runs, after one that is thrown away. */
export async function medianMs(run: () => unknown, times = 5): Promise<number> {
  await run();
  const taken: number[] = [];
  for (let index = 0; index < times; index += 1) {
    const from = performance.now();
    await run();
    taken.push(performance.now() - from);
  }
  return taken.toSorted((a, b) => a - b)[times >> 1]!;
}
