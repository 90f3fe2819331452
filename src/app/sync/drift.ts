import type { DriftView } from "#contract/drift";
import { openPlan } from "../plan/find-plan";
import type { FoundPlan } from "../plan/find-plan";
import type { Outside } from "../ports";
import { sweep } from "./sweep";
import { readWatch } from "./watch";

interface Asked {
  readonly plan: string;
}

/** The drift as it was last seen, so much of it as this person may see. */
export async function drift({ plan }: Asked, outside: Outside): Promise<DriftView> {
  return driftView(await openPlan(plan, outside), outside);
}

/** Looks at Jira now. */
export async function checkDrift({ plan }: Asked, outside: Outside): Promise<DriftView> {
  const found = await openPlan(plan, outside);
  await sweep({ space: found.mapping.space.id, plan }, found.mapping, outside);
  return driftView(found, outside);
}

async function driftView({ id, mapping }: FoundPlan, outside: Outside): Promise<DriftView> {
  const ref = { space: mapping.space.id, plan: id };
  const [all, watch] = await Promise.all([outside.runs.readDrift(ref), readWatch(ref, outside)]);
  const issues = [...new Set([...all.map(({ issue }) => issue), ...watch.newcomers.map(({ issue }) => issue)])];
  // The looking was done as the app; what this person may not see is left out here.
  const seen = new Map((await visible(issues, outside)).map((item) => [item.id, item]));
  const rows = all.filter(({ issue, what }) => what === "deleted" || seen.has(issue));
  return {
    checkedAt: watch.checkedAt,
    since: rows.length === 0 ? null : Math.min(...rows.map(({ since }) => since)),
    rows: rows.map(({ item, kind, key, title, what, field, was, now, since, by }) => {
      return { item, kind, key, title, what, field, was, now, since, by };
    }),
    newcomers: watch.newcomers.flatMap(({ issue, kind, beside }) => {
      const item = seen.get(issue);
      return item === undefined ? [] : [{ key: item.key, title: item.summary, kind, beside }];
    }),
  };
}

async function visible(issues: readonly string[], { jira }: Outside) {
  return issues.length === 0 ? [] : jira.fetchItems(issues, null);
}
