import type { Remark, Rule } from "../finding";
import { handoffsOf } from "../handoffs";
import { called } from "../overview";
import type { PlanOverview } from "../overview";

export const handoffRules: readonly Rule[] = [
  { id: "handoff-unaccepted", keeps: "M18", level: "hint", check: unaccepted },
];

function unaccepted(overview: PlanOverview): readonly Remark[] {
  return handoffsOf(overview.plan)
    .filter(({ acceptedBy }) => acceptedBy === null)
    .map(({ from, to, gives, takes }) => ({
      item: to,
      field: "handoffs",
      message: `${called(from, overview)} hands over to ${called(to, overview)}, from ${gives} to ${takes}, and nobody has accepted it.`,
      mend: "Let the side that receives accept it by name.",
    }));
}
