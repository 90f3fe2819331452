import type { Actual, Actuals } from "#domain/schedule/actuals";
import type { FieldChange, Outside, Status } from "../ports";
import type { LivePlan } from "./live-plan";

/**
 * When steps really began and were really done. Only of those that have left the first column is the changelog asked for: most of a
 * plan lies ahead, and each changelog costs a point.
 */
export async function actualsOf({ plan, items, mapping }: LivePlan, { jira }: Outside): Promise<Actuals> {
  const begun = plan.steps.flatMap(({ id }) => {
    const item = items.get(id);
    return item === undefined || item.status.category === "new" ? [] : [[item.id, id] as const];
  });
  if (begun.length === 0) return new Map();
  const [changes, statuses] = await Promise.all([
    jira.changes(begun.map(([issue]) => issue)),
    jira.statuses(mapping.space.id, mapping.types.step.id),
  ]);
  const categories = new Map(statuses.map(({ id, category }) => [id, category]));
  const own = Map.groupBy(
    changes.filter(({ field }) => field === "status"),
    ({ issue }) => issue,
  );
  return new Map(begun.map(([issue, step]) => [step, actualIn(own.get(issue) ?? [], categories)]));
}

/**
 * Put back into the first column, a step has not begun; taken up again after it was done, it is not done. Straight to done says nothing of when it
 * began. */
function actualIn(changes: readonly FieldChange[], categories: ReadonlyMap<string, Status["category"]>): Actual {
  let actual: Actual = { start: null, finish: null };
  for (const { at, to } of changes.toSorted((a, b) => a.at - b.at)) {
    const category = categories.get(to.value ?? "") ?? "indeterminate";
    if (category === "new") actual = { start: null, finish: null };
    else if (category === "done") actual = { start: actual.start, finish: actual.finish ?? at };
    else actual = { start: actual.start ?? actual.finish ?? at, finish: null };
  }
  return actual;
}
