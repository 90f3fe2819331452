import type { VerdictView } from "#contract/adoption";
import { sayReason } from "#domain/adoption/say-reason";

interface Props {
  readonly verdict: VerdictView;
  readonly withReason?: "with reason";
}

/** A filled shape and a word: readable without colour, and without shape. */
export function Verdict({ verdict, withReason }: Props) {
  const reason = withReason ? sayReason(verdict) : null;
  return (
    <span className={`verdict verdict-${verdict.colour.toLowerCase()}`}>
      <VerdictShape colour={verdict.colour} />
      <strong>{verdict.colour}</strong>
      {reason === null ? null : <span className="verdict-reason">{reason}</span>}
    </span>
  );
}

export function VerdictShape({ colour }: { readonly colour: VerdictView["colour"] }) {
  return (
    <svg className="verdict-shape" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      {colour === "GREEN" ? <circle cx="6" cy="6" r="6" /> : <rect width="12" height="12" rx="1" />}
    </svg>
  );
}
