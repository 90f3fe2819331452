/** The workbench's own time: real time plus an offset that a person may move forward. Everything timed asks this clock. */
export interface Clock {
  now(): number;
  /** Moves time forward; moving back is refused, as facts already recorded would lie in the future. */
  advance(milliseconds: number): void;
  /** Called after each move, so that due work runs at once. */
  onMove(listener: () => void): void;
}

export function createClock(offset: { read(): number; write(milliseconds: number): void }): Clock {
  const listeners = new Set<() => void>();
  return {
    now: () => Date.now() + offset.read(),
    advance(milliseconds) {
      if (milliseconds < 0) throw new RangeError("The clock only moves forward.");
      offset.write(offset.read() + milliseconds);
      for (const listener of listeners) listener();
    },
    onMove: (listener) => void listeners.add(listener),
  };
}
