interface Props {
  /** Shares, 0 to 1, by day; null where nobody is watched any more. */
  readonly shares: readonly (number | null)[];
  /** The interval around each share. */
  readonly band?: readonly (readonly [lower: number, upper: number])[];
  readonly label: string;
}

const width = 240;
const height = 40;

/** The curve in a line's height: its shape and where it stands against none and all. */
export function Spark({ shares, band = [], label }: Props) {
  if (shares.length < 2) return null;
  return (
    <svg
      className="spark"
      viewBox={`0 -2 ${String(width)} ${String(height + 4)}`}
      preserveAspectRatio="none"
      role="img"
    >
      <title>{label}</title>
      <line className="spark-base" x1="0" y1={height} x2={width} y2={height} />
      <line className="spark-base" x1="0" y1="0" x2={width} y2="0" />
      {band.length < 2 ? null : <path className="spark-band" d={ribbon(band)} />}
      <path className="spark-line" d={stairs(shares)} />
    </svg>
  );
}

/** Steps, not slopes: between two days on which somebody made it, nothing changed. */
export function stairs(shares: readonly (number | null)[]): string {
  const across = width / (shares.length - 1);
  const down = (share: number) => (height * (1 - share)).toFixed(1);
  return shares
    .flatMap((share, day) => {
      if (share === null) return [];
      return day === 0 ? `M0 ${down(share)}` : `H${(day * across).toFixed(1)}V${down(share)}`;
    })
    .join("");
}

/** Forth along the upper ends in steps, and back along the lower ones. */
function ribbon(band: readonly (readonly [number, number])[]): string {
  const across = width / (band.length - 1);
  const down = (share: number) => (height * (1 - share)).toFixed(1);
  const forth = stairs(band.map(([, upper]) => upper));
  const back = band
    .map(([lower], day) => ({ lower, x: (day * across).toFixed(1) }))
    .toReversed()
    .map(({ lower, x }, at) => (at === 0 ? `V${down(lower)}` : `V${down(lower)}H${x}`));
  return `${forth}${back.join("")}Z`;
}
