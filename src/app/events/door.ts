import { secondsToWait, stillCounting, withBatch } from "./fair-share";
import type { Batch, Passed } from "./fair-share";

/** Decides over a batch before anything of it is queued: all of its parts go in, or none. */
export interface Door {
  /** 0 lets it in; else in so many seconds there is room for it. */
  admit(batch: Batch): Promise<number>;
  /** Seconds for which this source is known to be refused whatever it sends; 0 where it has to be asked. Costs nothing. */
  secondsShut(source: string, now: number): number;
}

/** Where the processes that stand at the same door tell each other what they have let in. Each writes under a name of its own, so that nothing is overwritten. */
export interface Board {
  read(now: number): Promise<readonly Passed[]>;
  write(passed: readonly Passed[], now: number): Promise<void>;
}

/**
 * One process's hand on the door. A process may end at any time and a new one know nothing, so each batch is one look at what the others let in
 * and one note of its own. Several at once may exceed the limit by what they are deciding over at that instant, a batch each; what is kept
 * free for the app's own work takes that, and the queue's own limit stands behind.
 */
export function createDoor(board: Board): Door {
  let own: readonly Passed[] = [];
  const shut = new Map<string, { readonly until: number; readonly parts: number }>();

  /** What went in cannot come out again before its minute is over, so what did not fit needs no second look until then. */
  function stillShut({ source, parts, now }: Batch): number {
    const known = shut.get(source);
    if (known === undefined || now >= known.until || parts < known.parts) return 0;
    return Math.ceil((known.until - now) / 1000);
  }

  async function admit(batch: Batch): Promise<number> {
    const { source, parts, now } = batch;
    const known = stillShut(batch);
    if (known > 0) return known;
    shut.delete(source);
    const others = await board.read(now);
    // From here to the entry nothing is awaited: two batches at once must not both take the last place.
    own = stillCounting(own, now);
    const wait = secondsToWait([...own, ...others], batch);
    if (wait > 0) {
      shut.set(source, { until: now + wait * 1000, parts });
      return wait;
    }
    own = withBatch(own, batch);
    await board.write(own, now);
    return 0;
  }
  return { admit, secondsShut: (source, now) => stillShut({ source, parts: 1, now }) };
}
