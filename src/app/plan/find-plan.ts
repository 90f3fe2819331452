import type { SpaceMapping } from "#domain/setup/mapping";
import type { Base } from "#domain/sync/item";
import type { JiraItem, Outside } from "../ports";
import { Refusal } from "../refusal";
import { planItemId } from "../sync/desired";
import { identityOf } from "../sync/held";
import { keepHead } from "../sync/keep-head";
import { readItems } from "../sync/read-items";
import { findMapping, mappingOf } from "../sync/space-mapping";

export interface FoundHead {
  readonly id: string;
  /** The plan's own work item, as the person sees it. */
  readonly item: JiraItem;
  readonly mapping: SpaceMapping;
}

export interface FoundPlan extends FoundHead {
  /** What the last sync left behind, whoever may see it: never to be shown as it is. */
  readonly base: Base;
}

/** The plan a person asked for by name. A plan whose work item Jira does not show them does not exist for them. */
export async function openPlan(id: string, outside: Outside): Promise<FoundPlan> {
  return (await findPlan(id, outside)) ?? unseen(id);
}

/** The same where nothing is asked of the plan's other items, which are a row each. */
export async function openHead(id: string, outside: Outside): Promise<FoundHead> {
  return (await findHead(id, outside)) ?? unseen(id);
}

function unseen(id: string): never {
  throw new Refusal("not_found", {
    message: `Jira shows you no plan “${id}”.`,
    mend: "Import the plan file in its space, or ask for access to its work item.",
  });
}

export async function findPlan(id: string, outside: Outside): Promise<FoundPlan | null> {
  const { runs, settings, space } = outside;
  if (space === null) {
    const head = await findElsewhere(id, outside);
    return head === null ? null : { ...head, base: await runs.readBase({ space: head.mapping.space.id, plan: id }) };
  }
  const mapping = await mappingOf(settings, space);
  const base = await runs.readBase({ space: mapping.space.id, plan: id });
  const known = base.items.find((item) => item.id === planItemId)?.issue;
  const head = await headIn(mapping, { id, known }, outside);
  return head === null ? null : { ...head, base };
}

async function findHead(id: string, outside: Outside): Promise<FoundHead | null> {
  const { runs, settings, space } = outside;
  if (space === null) return findElsewhere(id, outside);
  const mapping = await mappingOf(settings, space);
  const made = await runs.plansIn(mapping.space.id, planItemId);
  return headIn(mapping, { id, known: made.find(({ plan }) => plan === id)?.issue }, outside);
}

/** What the sync made is found by its number; the search index, which may lag, is asked only for what came from elsewhere. */
async function headIn(
  mapping: SpaceMapping,
  { id, known }: { readonly id: string; readonly known: string | undefined },
  { jira }: Outside,
): Promise<FoundHead | null> {
  const ids = known === undefined ? await jira.findIds({ plan: id, kind: "plan", space: mapping.space.key }) : [known];
  const items = keepHead(await readItems(jira, ids, mapping), { plan: id, issue: known });
  const item = oldestFirst(items).find((one) => isPlan(one, id, mapping));
  return item === undefined ? null : { id, item, mapping };
}

/** On a dashboard and in the app's own jobs no space is given: the plan's own work item tells which it is. */
async function findElsewhere(id: string, outside: Outside): Promise<FoundHead | null> {
  const ids = await outside.jira.findIds({ plan: id, kind: "plan", space: null });
  for (const item of oldestFirst(await readItems(outside.jira, ids, null))) {
    const mapping = await findMapping(outside.settings, item.spaceId);
    if (mapping !== null && isPlan(item, id, mapping)) return { id, item, mapping };
  }
  return findRemembered(id, outside);
}

/** A plan whose mark somebody wrote over is in no search; the sync knows which spaces it made one of that name in. */
async function findRemembered(id: string, outside: Outside): Promise<FoundHead | null> {
  for (const { space, plan } of await outside.runs.plans()) {
    const mapping = plan === id ? await findMapping(outside.settings, space) : null;
    const found = mapping === null ? null : await findHead(id, { ...outside, space: mapping.space });
    if (found !== null) return found;
  }
  return null;
}

function oldestFirst(items: readonly JiraItem[]): readonly JiraItem[] {
  return items.toSorted((a, b) => Number(a.id) - Number(b.id));
}

function isPlan(item: JiraItem, id: string, mapping: SpaceMapping): boolean {
  const identity = identityOf(item, mapping);
  return identity?.kind === "plan" && identity.plan === id;
}
