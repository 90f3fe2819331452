import type { People } from "#domain/statistics/sample";

/** Reads `6 6+ 9-`: the event at 6, censored at 6, a competing event at 9. */
export function watched(line: string): People & { time: number[]; status: number[] } {
  const words = line.split(" ").filter((word) => word !== "");
  return {
    time: words.map((word) => Number.parseFloat(word)),
    status: words.map((word) => (word.endsWith("+") ? 0 : word.endsWith("-") ? 2 : 1)),
  };
}

/** Freireich and others (1963), remission of leukaemia in weeks. */
export const freireich = watched("6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+");
export const placebo = watched("1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23");

/** Miller (1981), the `aml` data of R's survival package. */
export const aml = {
  maintained: watched("9 13 13+ 18 23 28+ 31 34 45+ 48 161+"),
  not: watched("5 5 8 8 12 16+ 23 27 30 33 43 45"),
};
