import type { Jira, JiraItem, Outside, Status } from "#app/ports";
import { mappingKey } from "#app/sync/space-mapping";
import type { SpaceMapping } from "#domain/setup/mapping";
import { blankPlan, blankRisk, blankRollback, blankStep } from "#domain/plan/blank";
import type { Plan } from "#domain/plan/plan";
import { flatMapping } from "./memory-jira";
import { memoryWorld } from "./memory-outside";
import type { World } from "./memory-outside";
import { sync } from "./sync-world";

/** A space into which a plan has just been synced, seen on the morning of 2 March 2026. */
export interface PlanWorld extends World {
  readonly plan: Plan;
  /** The work item of one of the plan's items, by the plan's id for it. */
  readonly issue: (item: string) => JiraItem;
  readonly move: (item: string, status: Status) => void;
}

export const toDo: Status = { id: "1", name: "To Do", category: "new" };
export const doing: Status = { id: "2", name: "In Progress", category: "indeterminate" };
export const finished: Status = { id: "3", name: "Done", category: "done" };

export async function planWorld(plan: Plan, mapping: SpaceMapping = flatMapping): Promise<PlanWorld> {
  const world = memoryWorld();
  world.kept.settings[mappingKey(mapping.space.id)] = mapping;
  await sync(world, plan);
  world.jira.unindexed.clear();
  const issue = (item: string): JiraItem => {
    const found = [...world.jira.items.values()].find(({ properties }) =>
      JSON.stringify(properties["uptake.item"]).includes(`"item":${JSON.stringify(item)}`),
    );
    if (found === undefined) throw new Error(`${item} has no work item.`);
    return found;
  };
  const outside = { ...world.outside, clock: { ...world.outside.clock, now: () => Date.UTC(2026, 2, 2, 9) } };
  return { ...world, outside, plan, issue, move: (item, status) => world.jira.edit(issue(item).id, { status }) };
}

export function on(world: PlanWorld, item: string): Outside {
  const { id, key } = world.issue(item);
  return { ...world.outside, issue: { id, key } };
}

/** The world of a person from whom Jira hides some of the plan's work items, and with them every link to them. */
export function blindTo(world: PlanWorld, hidden: readonly string[], outside: Outside = world.outside): Outside {
  const ids = new Set(hidden.map((item) => world.issue(item).id));
  const jira: Jira = {
    ...world.jira,
    findIds: async (query) => (await world.jira.findIds(query)).filter((id) => !ids.has(id)),
    fetchItems: async (refs, mapping, properties) =>
      (await world.jira.fetchItems(refs, mapping, properties))
        .filter(({ id }) => !ids.has(id))
        .map((item) => ({ ...item, links: item.links.filter(({ other }) => !ids.has(other.id)) })),
  };
  return { ...outside, jira };
}

/** Freeze, then export, then load after delivery; one risk on each side of it, a rollback over the export. */
export const migration: Plan = {
  ...blankPlan("crm", "CRM migration"),
  start: "2026-03-02",
  anchors: { delivery: "2026-03-04", golive: "2026-03-09" },
  owner: "ana@example.com",
  affects: { liveSystems: true, productionData: false, businessOperations: false },
  steps: [
    { ...blankStep("freeze", "Freeze changes"), duration: "1d", owner: "ana@example.com" },
    {
      ...blankStep("export", "Export customers"),
      description: "All of them.",
      duration: "2d",
      after: [{ step: "freeze", type: "FS", lag: "0" }],
      success: [
        { measure: "rows", op: ">=", value: 10, unit: "", by: "2026-03-04", from: null, holds: "by" },
        { measure: "errors", op: "=", value: 0, unit: "", by: "2026-02-27", from: null, holds: "by" },
      ],
    },
    {
      ...blankStep("load", "Load customers"),
      duration: "1d",
      after: [{ step: "export", type: "FS", lag: "0" }],
    },
    { ...blankStep("train", "Train the team"), duration: "4h", after: [{ step: "freeze", type: "SS", lag: "0" }] },
  ],
  risks: [
    {
      ...blankRisk("dup", "Duplicates"),
      likelihood: 4,
      impact: 5,
      threatens: ["export"],
      response: "Clean first",
      side: "buyer",
    },
    { ...blankRisk("drift", "Old habits"), tag: "post-delivery", likelihood: 2, impact: 2, owner: "nobody" },
  ],
  rollbacks: [
    {
      ...blankRollback("back", "Back to the old system"),
      covers: ["export"],
      triggers: [{ kind: "all", of: ["orders-stop", "no-workaround"] }],
      runbook: [
        { id: "stop", title: "Stop", owner: "ana@example.com", duration: "30m", after: [] },
        { id: "restore", title: "Restore", owner: null, duration: "2h", after: ["stop"] },
      ],
    },
  ],
};
