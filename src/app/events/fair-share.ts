/** Forge takes 500 events of an app in a minute, and refuses the rest. The last part stays for the app's own work: syncs, and looks at work items. */
export const doorParts = 350;

/** Larger than any batch that people report; one that could never come in beside others is told so at once. */
export const mostPartsABatch = 80;

const windowSeconds = 60;

/** In whole seconds something counts for up to one more than the window: sent again after that, everything before it has gone. */
export const patienceSeconds = windowSeconds + 1;

/** What went into the queue: in which second, from which source, how many parts. */
export type Passed = readonly [second: number, source: string, parts: number];

export interface Batch {
  readonly source: string;
  readonly parts: number;
  readonly now: number;
}

/**
 * Seconds until a batch fits, if nobody else sends anything; 0 where it fits now. A source may have sent, within a minute, no more than is
 * left over for everybody: alone it gets half, of two that flood each gets a third, and whoever comes next always finds room at once.
 * (Choudhury and Hahne, "Dynamic queue length thresholds", 1998.)
 */
export function secondsToWait(passed: readonly Passed[], batch: Batch): number {
  for (let wait = 0; wait < patienceSeconds; wait += 1) {
    if (fits(stillCounting(passed, batch.now + wait * 1000), batch)) return wait;
  }
  return patienceSeconds;
}

function fits(passed: readonly Passed[], { source, parts }: Batch): boolean {
  const own = partsOf(passed.filter((one) => one[1] === source)) + parts;
  return own <= doorParts - partsOf(passed) - parts;
}

export function partsOf(passed: readonly Passed[]): number {
  return passed.reduce((sum, [, , parts]) => sum + parts, 0);
}

export function stillCounting(passed: readonly Passed[], now: number): readonly Passed[] {
  const oldest = Math.floor(now / 1000) - windowSeconds;
  return passed.filter(([second]) => second >= oldest);
}

/** One entry a second and source, so that a flood makes no long list. */
export function withBatch(passed: readonly Passed[], { source, parts, now }: Batch): readonly Passed[] {
  const second = Math.floor(now / 1000);
  const isSame = (one: Passed) => one[0] === second && one[1] === source;
  const same = passed.filter(isSame);
  return [...passed.filter((one) => !isSame(one)), [second, source, partsOf(same) + parts]];
}
