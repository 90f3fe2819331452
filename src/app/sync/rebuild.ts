import { headKeys } from "#contract/plan-file";
import type { Plan } from "#domain/plan/plan";
import { blankPlan } from "#domain/plan/blank";
import { canSay, scalesIn } from "#domain/sync/sayable";
import type { Scales } from "#domain/sync/sayable";
import type { Fields, ItemKind } from "#domain/sync/item";
import { isRecord } from "./details";
import { untitled } from "./desired";
import { readable } from "./readable";

/** One item as either side holds it. */
export interface Holding {
  readonly id: string;
  readonly kind: ItemKind;
  readonly key: string | null;
  readonly fields: Fields;
}

/** The plan that these items come to. What Jira's users have made unreadable is left out; the rest of the plan still stands. */
export function rebuild(id: string, items: readonly Holding[]): Plan {
  const plan = items.find((item) => item.kind === "plan");
  const own = plan === undefined ? {} : parts(plan);
  const head = pick(own, (key) => headKeys.includes(key));
  const beside = pick(own, (key) => !headKeys.includes(key) && !ours.has(key));
  const order = isRecord(own["order"]) ? own["order"] : {};
  const scales = scalesIn(plan?.fields["riskScheme"] ?? null);
  const document = {
    uptake: 1,
    plan: { ...head, id, title: plan?.fields["summary"] ?? id, ...owner(plan?.fields ?? {}) },
    ...beside,
    steps: inOrder(items, { kind: "step", order: order["steps"], scales }),
    risks: inOrder(items, { kind: "risk", order: order["risks"], scales }),
    rollbacks: inOrder(items, { kind: "rollback", order: order["rollbacks"], scales }),
  };
  return readable(document) ?? blankPlan(id, plan?.fields["summary"] ?? id);
}

const ours = new Set(["order", "ownerIs", "owner", "version"]);

interface Listed {
  readonly kind: ItemKind;
  readonly order: unknown;
  readonly scales: Scales;
}

function inOrder(items: readonly Holding[], list: Listed): readonly unknown[] {
  const order = new Map(Array.isArray(list.order) ? list.order.map((id, at) => [id, at] as const) : []);
  const place = (item: Holding) => order.get(item.id) ?? order.size;
  return items
    .filter((item) => item.kind === list.kind)
    .toSorted((a, b) => place(a) - place(b))
    .map((item) => entry(item, list.scales));
}

function entry(item: Holding, scales: Scales): Readonly<Record<string, unknown>> {
  const { fields, id, kind } = item;
  const title = fields["summary"] ?? id;
  const words = pick(parts(item), (key) => !ours.has(key) && key !== "exposure");
  const written = {
    ...words,
    id,
    title: kind === "rollback" && title === untitled(id) ? "" : title,
    ...owner(fields),
    ...(item.key === null ? {} : { key: item.key }),
  };
  if (kind === "rollback") return written;
  const day = fields["day"] ?? null;
  if (kind === "step" && "day" in fields && text(fields["start"] ?? null)?.slice(0, 10) !== day) {
    return { ...written, description: fields["description"] ?? "", start: day };
  }
  const described = { ...written, description: fields["description"] ?? "" };
  return kind === "risk" ? { ...described, ...scores(fields, scales) } : described;
}

/** A score nobody can read stands in the middle, so that the risk is neither hidden nor shouted. */
function scores(fields: Fields, scales: Scales): Readonly<Record<string, unknown>> {
  const score = (field: "likelihood" | "impact") =>
    canSay(field, fields[field] ?? null, scales) ? Number(fields[field]) : Math.ceil(scales[field] / 2);
  const tag = fields["tag"] ?? null;
  return {
    tag: canSay("tag", tag, scales) ? tag : "pre-delivery",
    likelihood: score("likelihood"),
    impact: score("impact"),
  };
}

/** The plan's own words for the assignee while they still mean that person; otherwise the account. */
function owner(fields: Fields): { owner?: string } {
  const words = text(fields["owner"] ?? null);
  const meant = text(fields["ownerIs"] ?? null);
  const account = fields["assignee"] ?? null;
  const name = account === meant ? words : account;
  return name === null ? {} : { owner: name };
}

function text(json: string | null): string | null {
  const value: unknown = json === null ? null : JSON.parse(json);
  return typeof value === "string" ? value : null;
}

/** The item's property, read back into values. */
function parts(item: Holding): Readonly<Record<string, unknown>> {
  const entries = Object.entries(item.fields).filter(([field, value]) => value !== null && !native.has(field));
  return Object.fromEntries(entries.map(([field, value]) => [field, JSON.parse(value ?? "null")]));
}

const native = new Set([
  "under",
  "day",
  "due",
  "summary",
  "description",
  "assignee",
  "tag",
  "likelihood",
  "impact",
  "exposure",
]);

function pick(record: Readonly<Record<string, unknown>>, keep: (key: string) => boolean) {
  return Object.fromEntries(Object.entries(record).filter(([key]) => keep(key)));
}
