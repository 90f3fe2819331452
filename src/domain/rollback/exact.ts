/** A number as it is written, so that 0.1 is a tenth and a limit that is met exactly is not passed by a rounding. */
export interface Exact {
  readonly top: bigint;
  /** Above zero. */
  readonly bottom: bigint;
}

export function exact(value: number): Exact {
  const parts = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  if (!parts) throw new RangeError(`${value} is no number to compare.`);
  const [, sign, whole = "", decimals = "", exponent = "0"] = parts;
  const scale = Number(exponent) - decimals.length;
  const digits = BigInt(`${sign}${whole}${decimals}`);
  return scale >= 0
    ? { top: digits * 10n ** BigInt(scale), bottom: 1n }
    : { top: digits, bottom: 10n ** BigInt(-scale) };
}

export function share(part: number, whole: number): Exact {
  const [top, bottom] = [exact(part), exact(whole)];
  return { top: top.top * bottom.bottom, bottom: top.bottom * bottom.top };
}

export function times(a: Exact, b: Exact): Exact {
  return { top: a.top * b.top, bottom: a.bottom * b.bottom };
}

/** Below 0, 0 or above it, as `a` is less than, equal to or more than `b`. */
export function difference(a: Exact, b: Exact): number {
  const [left, right] = [a.top * b.bottom, b.top * a.bottom];
  return left === right ? 0 : left < right ? -1 : 1;
}

export function wholePart({ top, bottom }: Exact): number {
  const cut = top / bottom;
  return Number(top < 0n && cut * bottom !== top ? cut - 1n : cut);
}
