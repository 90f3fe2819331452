interface Props {
  /** Widths of the lines, in percent, standing for what will be there. */
  readonly lines: readonly number[];
  readonly label: string;
}

/** Keeps the place of what is loading, so that nothing jumps when it comes. */
export function Skeleton({ lines, label }: Props) {
  return (
    <div className="skeleton" role="status" aria-label={label}>
      {lines.map((width, at) => (
        <span key={at} className="skeleton-line" style={{ width: `${String(width)}%` }} />
      ))}
    </div>
  );
}
