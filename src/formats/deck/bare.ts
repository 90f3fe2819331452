/** What a slide has where nothing else is said. */
export const bare = {
  verdict: null,
  figure: null,
  n: null,
  interval: null,
  notes: [],
  threshold: null,
  changes: [],
  lines: [],
  chart: { kind: "none" },
  takesComment: false,
  comment: null,
} as const;
