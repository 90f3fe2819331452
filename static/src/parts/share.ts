/** `61 %`: whole percents, because no interval here supports more. */
export function sayShare(share: number | null): string {
  return share === null ? "–" : `${String(Math.round(share * 100))} %`;
}

/** `61 % (48–74)`; a known value without an interval stands alone. */
export function sayShareBand(share: number | null, lower: number | null, upper: number | null): string {
  if (share === null || lower === null || upper === null) return sayShare(share);
  return `${sayShare(share)} (${String(Math.round(lower * 100))}–${String(Math.round(upper * 100))})`;
}

/** `0.21 (0.17–0.26)`: tickets for each active person. */
export function sayRatio(ratio: number | null, lower: number | null, upper: number | null): string {
  if (ratio === null) return "undefined";
  const plain = ratio.toFixed(2);
  return lower === null || upper === null ? plain : `${plain} (${lower.toFixed(2)}–${upper.toFixed(2)})`;
}

/** `1 step`, `4 steps`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}

/** `23 days`: whole ones, because no interval here supports more. */
export function sayDays(days: number): string {
  return count(Math.round(days), "day");
}

/** `480 KB`, `1.2 MB`: what a file weighs, in the units a request is limited in. */
export function sayBytes(bytes: number): string {
  return bytes < 1_000_000 ? `${String(Math.ceil(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
