/** Numbers as people read them: never more digits than the interval supports. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

export function percentRange(lower: number | null, upper: number | null): string {
  return lower === null || upper === null ? "" : ` (${Math.round(lower * 100)}–${Math.round(upper * 100)})`;
}

/** A threshold is a choice and no estimate: it is spelled as it was chosen. */
export function exactPercent(share: number): string {
  return `${Number((share * 100).toFixed(6))} %`;
}

export function exactRatio(value: number): string {
  return Number(value.toFixed(2)) === value ? ratio(value) : String(value);
}

export function days(count: number): string {
  return `${Math.round(count)} ${Math.round(count) === 1 ? "day" : "days"}`;
}

export function ratio(value: number): string {
  return value.toFixed(2);
}

export function ratioRange(lower: number | null, upper: number | null): string {
  return lower === null || upper === null ? "" : ` (${ratio(lower)}–${ratio(upper)})`;
}
