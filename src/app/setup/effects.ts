import type { SetupLine } from "#contract/setup";
import type { SpaceMapping } from "#domain/setup/mapping";
import { roles } from "#domain/setup/plan-setup";
import type { SetupPlan } from "#domain/setup/plan-setup";
import { wantedLinks, wantedTypes } from "#domain/setup/wanted";
import type { EdgeKind, ItemKind } from "#domain/sync/item";
import type { JiraItem, Outside } from "../ports";
import { kindOfLink } from "../sync/held";
import { readItems } from "../sync/read-items";

/** What another mapping would mean for what is there already: Uptake looks only at the types and links that are mapped. */
export async function effectsOf(
  plan: SetupPlan,
  before: SpaceMapping,
  { jira }: Outside,
): Promise<readonly SetupLine[]> {
  const moved = roles(before.types).filter((role) => plan.types[role]?.id !== before.types[role].id);
  const relinked = roles(before.links).filter(
    (role) => (plan.links[role] ?? wantedLinks[role].name) !== before.links[role],
  );
  if (moved.length + relinked.length === 0) return [];
  const ids = await jira.findIds({ plan: null, kind: null, space: before.space.key });
  const items = await readItems(jira, ids, before);
  return [
    ...moved.flatMap((role) => typeEffect(role, { plan, before, items })),
    ...relinked.flatMap((role) => linkEffect(role, { plan, before, items })),
  ];
}

interface Changed {
  readonly plan: SetupPlan;
  readonly before: SpaceMapping;
  readonly items: readonly JiraItem[];
}

function typeEffect(role: ItemKind, { plan, before, items }: Changed): readonly SetupLine[] {
  const left = items.filter((item) => item.typeId === before.types[role].id).length;
  const name = plan.types[role]?.name ?? wantedTypes[role].name;
  if (left === 0) return [];
  return [
    {
      what: `${said(left, "work item")} no longer ${left === 1 ? "counts" : "count"} as ${wantedTypes[role].name}.`,
      why: `Their type stays as it is, and Uptake would look only at “${name}”. Move them to “${name}” in Jira first; otherwise the next sync asks about each as if it had been deleted.`,
    },
  ];
}

function linkEffect(role: EdgeKind, { plan, before, items }: Changed): readonly SetupLine[] {
  const left = items.flatMap(({ links }) =>
    links.filter(({ type, end }) => end === "from" && kindOfLink(type, before) === role),
  ).length;
  const name = plan.links[role] ?? wantedLinks[role].name;
  if (left === 0) return [];
  return [
    {
      what: `${said(left, "link")} “${before.links[role]}” no longer ${left === 1 ? "says" : "say"} “${wantedLinks[role].outward}”.`,
      why: `They stay in Jira, but the next sync takes them as removed and does not make them anew as “${name}”.`,
    },
  ];
}

function said(number: number, one: string): string {
  return `${String(number)} ${one}${number === 1 ? "" : "s"}`;
}
