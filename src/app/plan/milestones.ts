import type { OverviewView } from "#contract/plans";
import type { Plan } from "#domain/plan/plan";
import { rollbackTimes } from "#domain/rollback/times";

type Milestones = OverviewView["milestones"];

/** The days everybody asks for: anchors, each wave's go-live, where hyper-care begins (M44), and the last moment to turn back. */
export function milestones(plan: Plan): Milestones {
  return inOrder([...oneStopADay([...anchorDays(plan), ...hyperCare(plan)]), ...turningPoints(plan)]);
}

/** From the first go-live on, whatever the contract's calendar says. */
function hyperCare({ anchors, waves }: Plan): Milestones {
  if (anchors["hypercare"] !== undefined) return [];
  const days = [anchors["golive"] ?? null, ...waves.map(({ golive }) => golive)].filter((day) => day !== null);
  const first = days.toSorted()[0];
  return first === undefined ? [] : [{ name: "hyper-care begins", day: first }];
}

function oneStopADay(stops: Milestones): Milestones {
  const days = Map.groupBy(stops, ({ day }) => day);
  return [...days].map(([day, those]) => ({ day, name: [...new Set(those.map(({ name }) => name))].join(", ") }));
}

/** Of several in one day the earliest is the one to know. */
function turningPoints(plan: Plan): Milestones {
  const turns = plan.rollbacks.flatMap((rollback) => {
    const day = rollbackTimes(rollback, plan).pointOfNoReturn;
    return day === null ? [] : [{ name: `Point of no return: ${rollback.title || rollback.id}`, day }];
  });
  const days = Map.groupBy(inOrder(turns), ({ day }) => day.slice(0, 10));
  return [...days.values()].flatMap((those) =>
    those.slice(0, 1).map((first) => ({
      ...first,
      name: those.length === 1 ? first.name : `First of ${those.length} points of no return`,
    })),
  );
}

export function anchorDays(plan: Plan): Milestones {
  const anchors = Object.entries(plan.anchors).map(([anchor, day]) => ({ name: anchorName(anchor), day }));
  const waves = plan.waves.flatMap(({ title, golive }) =>
    golive === null ? [] : [{ name: `Go-live ${title}`, day: golive }],
  );
  return inOrder([...anchors, ...waves]);
}

function inOrder(days: Milestones): Milestones {
  return days.toSorted((a, b) => a.day.localeCompare(b.day));
}

const names: Readonly<Record<string, string>> = {
  kickoff: "Kick-off",
  golive: "Go-live",
  hypercare: "Hyper-care",
  gate2: "Gate 2",
};

export function anchorName(anchor: string): string {
  const words = anchor.replaceAll(/[-_.]/g, " ").replaceAll(/(\p{Ll})(\p{Lu})/gu, (_, end: string, start: string) => {
    return `${end} ${start.toLowerCase()}`;
  });
  return names[anchor] ?? words.charAt(0).toUpperCase() + words.slice(1);
}
