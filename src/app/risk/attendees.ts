import type { Attendee } from "#contract/reviews";
import type { Side } from "#domain/plan/plan";
import { reviewsOf } from "#domain/risk/review";
import type { LoggingOutside } from "../log";
import { openRiskLog } from "./open-risks";
import type { RiskLogOf } from "./open-risks";
import { textOf } from "./risk-cards";
import { detailsOf } from "./risk-words";

/**
 * Whoever may be in the room, by the name Jira shows: the plan's seats for the buyer, who owns a risk for the side that carries it, and
 * whoever came before for the side they spoke for. Nobody is offered for both.
 */
export async function attendees(
  { plan }: { readonly plan: string },
  outside: LoggingOutside,
): Promise<readonly Attendee[]> {
  const risks = await openRiskLog(plan, outside);
  const seats = await seatHolders(risks, outside);
  const known = new Map<string, Side>();
  for (const { person, side } of [...cameBefore(risks), ...seats, ...owners(risks)]) {
    if (!known.has(person)) known.set(person, side);
  }
  return [...known].map(([person, side]) => ({ person, side }));
}

async function seatHolders({ plan, found }: RiskLogOf, { jira }: LoggingOutside): Promise<readonly Attendee[]> {
  const words = [...Object.values(plan.seats), plan.owner].filter((word) => typeof word === "string");
  const names = await Promise.all(
    [...new Set(words)].map(async (word) => {
      const account = await jira.findPerson(word, found.mapping.space.key);
      return account === null ? word : jira.nameOf(account);
    }),
  );
  return names.map((person) => ({ person, side: "buyer" }));
}

function owners({ items }: RiskLogOf): readonly Attendee[] {
  return [...items.values()].flatMap((item): readonly Attendee[] => {
    const { owner, side } = detailsOf(item);
    const person = item.assignee?.name ?? textOf(owner);
    return person === null ? [] : [{ person, side: side === "supplier" || side === "buyer" ? side : "joint" }];
  });
}

/** Of the newest review first. */
function cameBefore({ log }: RiskLogOf): readonly Attendee[] {
  return reviewsOf(log.reviews)
    .toReversed()
    .flatMap(({ present }) =>
      (["supplier", "buyer"] as const).flatMap((side) => present[side].map((person) => ({ person, side }))),
    );
}
