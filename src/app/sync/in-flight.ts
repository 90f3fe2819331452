export interface Flight {
  readonly most: number;
  readonly stopped: () => boolean;
}

/** Runs the work over all things, so many at a time, in their order; after a failure nothing new is begun. */
export async function inFlight<T>(
  things: readonly T[],
  flight: Flight,
  work: (thing: T) => Promise<void>,
): Promise<void> {
  let next = 0;
  let failed = false;
  const lane = async () => {
    while (next < things.length && !failed && !flight.stopped()) {
      const thing = things[next];
      next += 1;
      if (thing === undefined) continue;
      try {
        await work(thing);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: Math.min(flight.most, things.length) }, lane));
  const broken = lanes.find((one) => one.status === "rejected");
  if (broken !== undefined) throw broken.reason;
}
