import type { SnapshotView } from "#contract/adoption";
import { askedFor } from "#domain/adoption/asked-for";
import { settled } from "#domain/adoption/measures";
import { fewestWeeks } from "#domain/adoption/thresholds";
import type { Basis } from "./basis";
import { isWeekShown } from "./shown-parts";

/** H5: shown only where every week it rests on is, as the ratio it is the split of. */
export function askedForView(basis: Basis): SnapshotView["askedFor"] {
  const { helpDesk } = basis.evidence;
  if (basis.isHidden || !helpDesk.isHeard) return null;
  const weeks = settled(helpDesk).slice(-fewestWeeks);
  return weeks.every(({ week }) => isWeekShown(basis, week)) ? askedFor(weeks) : null;
}
