/** Something that happened, under an id of its own: told twice, it still happened once. */
export interface Happening {
  readonly id: string;
  readonly at: number;
}

/** Each once, first to last; at one instant by id, so that everybody who holds the same events sees the same order. */
export function ordered<T extends Happening>(events: readonly T[]): readonly T[] {
  const once = new Map(events.map((event) => [event.id, event]));
  return [...once.values()].toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}
