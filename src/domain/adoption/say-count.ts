/** How much a number rests on, a fall on weeks and everything else on people; null where on nothing. */
export function sayCount({ metric, n }: { readonly metric: string; readonly n: number }): string | null {
  if (n === 0) return null;
  return `n = ${n.toLocaleString("en")}${metric === "trend" ? " weeks" : ""}`;
}
