import type { OverviewView } from "#contract/plans";
import type { Plan } from "#domain/plan/plan";
import { rollbackTimes } from "#domain/rollback/times";

type Milestones = OverviewView["milestones"];

/** The days everybody asks for: anchors, each wave's go-live, and the last moment to turn back. */
export function milestones(plan: Plan): Milestones {
  const turns = plan.rollbacks.flatMap((rollback) => {
    const day = rollbackTimes(rollback, plan).pointOfNoReturn;
    return day === null ? [] : [{ name: `Point of no return: ${rollback.title || rollback.id}`, day }];
  });
  return inOrder([...anchorDays(plan), ...turns]);
}

export function anchorDays(plan: Plan): Milestones {
  const anchors = Object.entries(plan.anchors).map(([anchor, day]) => ({ name: nameOf(anchor), day }));
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

function nameOf(anchor: string): string {
  const words = anchor.replaceAll(/[-_.]/g, " ").replaceAll(/(\p{Ll})(\p{Lu})/gu, (_, end: string, start: string) => {
    return `${end} ${start.toLowerCase()}`;
  });
  return names[anchor] ?? words.charAt(0).toUpperCase() + words.slice(1);
}
