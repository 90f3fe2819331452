import { toPlanFile } from "#contract/plan-file";
import type { Plan, Risk, Rollback, Step } from "#domain/plan/plan";
import type { SpaceMapping } from "#domain/setup/mapping";
import { normalise } from "#domain/sync/document";
import type { Desired, Edge, Fields, Item, ItemKind, ItemRefusal, Snapshot } from "#domain/sync/item";
import { canonical, detailKeys, isRecord, propertyLetters } from "./details";
import { missingEnds } from "./missing-ends";
import { nativeFields } from "./native";
import { isUnderPlan } from "./plan-level";
import { stepDates } from "./step-dates";
import type { DatesOf } from "./step-dates";

/** Account ids by the words the plan uses for people; null where nobody answers to them. */
export type People = Readonly<Record<string, string | null>>;

/** For those nobody answers to: people whose name or address is like it. */
export type Suggestions = Readonly<Record<string, readonly string[]>>;

export interface Setting {
  readonly mapping: SpaceMapping;
  readonly people: People;
  readonly suggestions: Suggestions;
  readonly snapshot: Snapshot;
}

/** The plan as the work items and links it comes to in this space. */
export function desiredOf(plan: Plan, setting: Setting): Desired {
  const file = toPlanFile(plan);
  const native = nativeFields(setting.mapping);
  const datesOf = stepDates(plan, native);
  const items = placed(setting.mapping, [
    planItem(plan, file, setting.people),
    ...plan.steps.map((step, at) => stepItem(step, at, { file, people: setting.people, datesOf })),
    ...plan.risks.map((risk, at) => riskItem(risk, at, { file, people: setting.people })),
    ...plan.rollbacks.map((rollback, at) => rollbackItem(rollback, at, { file, people: setting.people })),
  ]);
  return {
    id: plan.id,
    title: plan.title,
    items,
    edges: edgesOf(plan, setting),
    native,
    refusals: [...refusals(items, native), ...strangers(plan, setting), ...missingEnds(plan)],
  };
}

function placed(mapping: SpaceMapping, items: readonly Item[]): readonly Item[] {
  return items.map((item) =>
    isUnderPlan(item.kind, mapping) ? { ...item, fields: { ...item.fields, under: planItemId } } : item,
  );
}

interface Source {
  readonly file: Readonly<Record<string, unknown>>;
  readonly people: People;
}

function planItem(plan: Plan, file: Source["file"], people: People): Item {
  const head = isRecord(file["plan"]) ? file["plan"] : {};
  const order = { steps: idsOf(plan.steps), risks: idsOf(plan.risks), rollbacks: idsOf(plan.rollbacks) };
  const fields = {
    summary: plan.title.trim(),
    ...person(plan.owner, people),
    ...details("plan", { ...file, ...head, order }),
  };
  return { id: planItemId, kind: "plan", title: plan.title, key: null, fields };
}

/** The plan's own work item. The name cannot clash: ids hold no slash. */
export const planItemId = "/plan";

function idsOf(items: readonly { readonly id: string }[]): readonly string[] {
  return items.map((item) => item.id);
}

function stepItem(step: Step, at: number, { file, people, datesOf }: Source & { readonly datesOf: DatesOf }): Item {
  const fields = {
    summary: step.title.trim(),
    description: normalise(step.description) || null,
    ...person(step.owner, people),
    ...datesOf(step),
    ...details("step", entryOf(file, "steps", at)),
  };
  return { id: step.id, kind: "step", title: step.title, key: step.key, fields };
}

function riskItem(risk: Risk, at: number, { file, people }: Source): Item {
  const fields = {
    summary: risk.title.trim(),
    description: normalise(risk.description) || null,
    ...person(risk.owner, people),
    tag: risk.tag,
    likelihood: String(risk.likelihood),
    impact: String(risk.impact),
    exposure: null,
    ...details("risk", entryOf(file, "risks", at)),
  };
  return { id: risk.id, kind: "risk", title: risk.title, key: risk.key, fields };
}

function rollbackItem(rollback: Rollback, at: number, { file, people }: Source): Item {
  const title = rollback.title.trim() || untitled(rollback.id);
  const fields = {
    summary: title,
    ...person(rollback.owner, people),
    ...details("rollback", entryOf(file, "rollbacks", at)),
  };
  return { id: rollback.id, kind: "rollback", title, key: rollback.key, fields };
}

/** A plan file may leave a rollback without a title; a work item may not. */
export function untitled(id: string): string {
  return `Rollback ${id}`;
}

function entryOf(file: Source["file"], section: string, at: number): Readonly<Record<string, unknown>> {
  const list = file[section];
  const entry: unknown = Array.isArray(list) ? list[at] : null;
  return isRecord(entry) ? entry : {};
}

function details(kind: ItemKind, from: Readonly<Record<string, unknown>>): Fields {
  return Object.fromEntries(detailKeys[kind].map((key) => [key, canonical(empty(from[key]) ? null : from[key])]));
}

function empty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** Nothing is said of the assignee when nobody answers to the plan's words: guessing would hand work to a stranger. */
function person(words: string | null, people: People): Fields {
  if (words === null) return { assignee: null };
  const account = people[words] ?? null;
  return account === null ? {} : { assignee: account };
}

function edgesOf(plan: Plan, { mapping, snapshot }: Pick<Setting, "mapping" | "snapshot">): readonly Edge[] {
  const known = new Set([...plan.steps, ...plan.risks, ...plan.rollbacks].map((item) => item.id));
  const listed = [
    ...plan.steps.flatMap((step) => step.after.map((one): Edge => ({ kind: "after", from: one.step, to: step.id }))),
    ...plan.risks.flatMap((risk) => risk.threatens.map((to): Edge => ({ kind: "threatens", from: risk.id, to }))),
    ...plan.rollbacks.flatMap((one) => one.covers.map((to): Edge => ({ kind: "covers", from: one.id, to }))),
  ].filter((edge) => known.has(edge.from) && known.has(edge.to));
  return [...listed, ...holders(plan, { mapping, snapshot, known })];
}

/** Past this, links from the plan to its steps say little and cost a call each; Jira also stops at 2,000 links an item. */
export const mostHolders = 100;

interface Holding {
  readonly mapping: SpaceMapping;
  readonly snapshot: Snapshot;
  readonly known: ReadonlySet<string>;
}

function holders(plan: Plan, { mapping, snapshot, known }: Holding): readonly Edge[] {
  const underPlan = isUnderPlan("step", mapping);
  const edges = plan.steps.flatMap((step): readonly Edge[] => {
    if (step.parent !== null && known.has(step.parent)) return [{ kind: "has", from: step.parent, to: step.id }];
    return underPlan ? [] : [{ kind: "has", from: planItemId, to: step.id }];
  });
  if (edges.length <= mostHolders) return edges;
  const held = new Set(snapshot.edges.filter((edge) => edge.kind === "has").map((edge) => `${edge.from}/${edge.to}`));
  return edges.filter((edge) => held.has(`${edge.from}/${edge.to}`));
}

function refusals(items: readonly Item[], native: readonly string[]): readonly ItemRefusal[] {
  return items.flatMap((item): readonly ItemRefusal[] => {
    const summary = item.fields["summary"] ?? "";
    const stopped = { item: item.id, stops: "item" } as const;
    if (summary.length > 255 || summary.includes("\n")) {
      const message = `The title of ${item.id} does not fit on a work item: at most 255 letters on one line.`;
      return [{ ...stopped, message, mend: "Shorten the title; the rest belongs in the description." }];
    }
    const letters = Object.entries(item.fields).filter(([field]) => !native.includes(field));
    if (item.kind !== "plan" && JSON.stringify(letters).length > propertyLetters) {
      const message = `${item.id} says more than the 32 KB Jira keeps beside a work item.`;
      return [{ ...stopped, message, mend: "Shorten its criteria, triggers or messages, or split it." }];
    }
    return [];
  });
}

function strangers(plan: Plan, { people, suggestions }: Setting): readonly ItemRefusal[] {
  const owned = [{ id: planItemId, owner: plan.owner }, ...plan.steps, ...plan.risks, ...plan.rollbacks];
  return owned.flatMap(({ id, owner }): readonly ItemRefusal[] => {
    if (owner === null || (people[owner] ?? null) !== null) return [];
    const message = `Jira finds nobody, or more than one, as “${owner}”; the work item stays without that assignee.`;
    const alike = suggestions[owner] ?? [];
    const mend =
      alike.length === 0
        ? `Write the e-mail or account id of somebody who has an account, or invite ${owner} to Jira.`
        : `Write the e-mail or account id of ${alike.join(" or ")}, if one of them is meant, or invite ${owner} to Jira.`;
    return [{ item: id, stops: "field", message, mend }];
  });
}
