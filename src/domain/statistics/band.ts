import { normalHalfWidth } from "./normal";

/** On which scale the normal interval is drawn: of log(−log p), of log p, or of p itself. */
export type BandKind = "log-log" | "log" | "plain";

export interface Band {
  readonly kind: BandKind;
  readonly level: number;
}

export interface Bounds {
  lower: number;
  upper: number;
}

/**
 * The pointwise interval around a probability `p` with standard error `se`, z the normal half-width, s = se / p:
 * log-log p^exp(∓z·s / ln p), log p·exp(∓z·s), plain p ∓ z·se; the last two stop at 0 and 1.
 * Source: Kalbfleisch and Prentice, "The Statistical Analysis of Failure Time Data", 1.4. Convention: R's `survfit`,
 * so NaN where the scale has no value: at p = 0 for both logarithms, at p = 1 for log-log.
 */
export function boundsWith(band: Band): (p: number, se: number, into: Bounds) => void {
  const z = normalHalfWidth(band.level);
  const scale = scales[band.kind];
  return (p, se, into) => {
    into.lower = NaN;
    into.upper = NaN;
    if (p > 0 || band.kind === "plain") scale(p, z * se, into);
  };
}

const scales: Readonly<Record<BandKind, (p: number, reach: number, into: Bounds) => void>> = {
  "log-log": (p, reach, into) => {
    if (p >= 1) return;
    const log = Math.log(p);
    const spread = Math.exp(reach / (p * log));
    into.lower = Math.exp(log / spread);
    into.upper = Math.exp(log * spread);
  },
  log: (p, reach, into) => {
    const spread = Math.exp(reach / p);
    into.lower = p / spread;
    into.upper = Math.min(1, p * spread);
  },
  plain: (p, reach, into) => {
    into.lower = Math.max(0, p - reach);
    into.upper = Math.min(1, p + reach);
  },
};
