import { derive } from "./derive";
import type { EdgeSteps } from "./edges";
import type { Agreed, Fields, HeldItem, Item } from "./item";
import { agree, reconcile } from "./reconcile";
import type { Step } from "./reconcile";
import { canSay } from "./sayable";
import type { Scales } from "./sayable";
import { winner } from "./settling";
import type { Settling } from "./settling";

export interface ItemSteps {
  readonly item: Item;
  readonly held: HeldItem;
  /** Fields that need something, in the order of the plan. */
  readonly steps: readonly FieldStep[];
  /** What is written, field by field; empty when nothing is. */
  readonly pushes: Fields;
  /** The item once everything settled is done: what Jira will hold. */
  readonly merged: Fields;
  /** New memory, for the fields where it changes. */
  readonly agreed: Readonly<Record<string, Agreed>>;
}

export interface FieldStep {
  readonly field: string;
  readonly base: Agreed | null;
  readonly plan: string | null;
  readonly jira: string | null;
  readonly step: Exclude<Step, { kind: "rest" }>;
}

export interface Pair {
  readonly item: Item;
  readonly held: HeldItem;
  readonly edges: EdgeSteps;
  /** What the two last agreed on, field by field. */
  readonly memory: Readonly<Record<string, Agreed>>;
  readonly scales: Scales;
}

export function compareItem(pair: Pair, settling: Settling): ItemSteps {
  const { item, held, memory } = pair;
  const settled = Object.entries(item.fields).map(([field, plan]) =>
    settle({ field, plan, jira: held.fields[field] ?? null, base: memory[field] ?? null, pair }, settling),
  );
  const mergedFields = Object.fromEntries(settled.map((one) => [one.field, merged(one)]));
  const assigneeRests = settled.some(({ field, step }) => field === "assignee" && step.kind === "rest");
  const derived = derive(item, mergedFields, { edges: pair.edges, held, assigneeRests });
  const computed = Object.entries(derived).map(([field, plan]) => compute(field, plan, held));
  const all = [...kindStep(item, held), ...settled.filter((one) => !(one.field in derived)), ...computed];
  return {
    item,
    held,
    steps: all.flatMap(({ field, plan, jira, base, step }) =>
      step.kind === "rest" ? [] : [{ field, base, plan, jira, step }],
    ),
    pushes: Object.fromEntries(all.flatMap(({ field, plan, step }) => (step.kind === "push" ? [[field, plan]] : []))),
    merged: { ...mergedFields, ...derived },
    agreed: Object.fromEntries(settled.filter((one) => !(one.field in derived)).flatMap(remembered)),
  };
}

/** What an item is follows the file: in Jira nobody can say it without leaving the plan's types. */
function kindStep(item: Item, held: HeldItem): readonly Compared[] {
  if (item.kind === held.kind && held.foreignType === null) return [];
  const jira = held.foreignType === null ? held.kind : "another work type";
  const kinds = { field: "kind", plan: item.kind, jira, base: { plan: held.kind, jira } } as const;
  return [{ ...kinds, step: { kind: "push", value: item.kind } }];
}

interface Compared {
  readonly field: string;
  readonly plan: string | null;
  readonly jira: string | null;
  readonly base: Agreed | null;
  readonly step: Step;
}

function settle(asked: Omit<Compared, "step"> & { readonly pair: Pair }, settling: Settling): Compared {
  const { field, plan, jira, base, pair } = asked;
  const { item, held } = pair;
  const step = careful(reconcile(base, plan, jira), { field, plan, jira, pair });
  const compared = { field, plan, jira, base };
  const loses = held.rich.includes(field);
  const choice = step.kind === "conflict" ? winner({ item, held, field, loses }, settling) : null;
  if (choice === "file") return { ...compared, step: { kind: "push", value: plan } };
  if (choice === "jira" && sayable(field, jira, pair)) return { ...compared, step: { kind: "pull", value: jira } };
  return { ...compared, step };
}

/** Asks a person where writing would lose what only Jira can hold, or reading would bring in what no plan can say. */
function careful(
  step: Step,
  { field, plan, jira, pair }: { field: string; plan: string | null; jira: string | null; pair: Pair },
): Step {
  const loses = step.kind === "push" && pair.held.rich.includes(field);
  const unsayable = step.kind === "pull" && !sayable(field, jira, pair);
  return loses || unsayable ? { kind: "conflict", plan, jira } : step;
}

function sayable(field: string, value: string | null, { held, scales }: Pair): boolean {
  return canSay(field, value, scales) && !held.unsayable.includes(field);
}

function merged({ plan, jira, step }: Compared): string | null {
  if (step.kind === "push") return plan;
  return jira;
}

function compute(field: string, plan: string | null, held: HeldItem): Compared {
  const jira = held.fields[field] ?? null;
  return { field, plan, jira, base: null, step: plan === jira ? { kind: "rest" } : { kind: "push", value: plan } };
}

function remembered({ field, plan, jira, base, step }: Compared): readonly (readonly [string, Agreed])[] {
  if (step.kind === "rest" && plan !== jira) return [];
  const now = agree(step, plan, jira);
  return now === null || (base?.plan === now.plan && base.jira === now.jira) ? [] : [[field, now]];
}
