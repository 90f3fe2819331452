/** "Not reported", in a column that keeps the earliest: greater than any instant, and exact in a double. */
export const never = Number.MAX_SAFE_INTEGER;

export function fromStored(instant: number): number | null {
  return instant === never ? null : instant;
}

export function toStored(instant: number | null): number {
  return instant ?? never;
}
