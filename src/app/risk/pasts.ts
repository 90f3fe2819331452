import type { RiskEvent, RiskHistory } from "#domain/risk/history";
import { replay } from "#domain/risk/replay";
import type { RiskChange, RiskRecord } from "#domain/risk/replay";
import type { RiskTag } from "#domain/plan/plan";
import type { SpaceMapping } from "#domain/setup/mapping";
import type { FieldChange, JiraItem, Outside } from "../ports";
import type { PlanPart } from "../plan/plan-part";
import { tagOfOption } from "../sync/native";
import { touchedAt } from "./escalation-note";
import type { RiskLog } from "./read-log";
import { isOpen, scoreOf, tagOf } from "./risk-words";

/** Everything that happened to a risk: its changelog for the burndown, and with our own log what its escalation goes by. */
export interface RiskPast {
  readonly id: string;
  readonly item: JiraItem;
  readonly record: RiskRecord;
  readonly history: RiskHistory;
}

export async function pastsOf(
  { items, found }: Pick<PlanPart, "items" | "found">,
  log: RiskLog,
  outside: Outside,
): Promise<readonly RiskPast[]> {
  const { mapping } = found;
  const issues = [...items.values()].map((item) => item.id);
  const [changes, done] = await Promise.all([
    issues.length === 0 ? [] : outside.jira.changes(issues),
    doneStatuses(mapping, outside),
  ]);
  const own = Map.groupBy(changes, ({ issue }) => issue);
  return [...items].map(([id, item]) => pastOf({ id, item, changes: own.get(item.id) ?? [] }, { mapping, done, log }));
}

async function doneStatuses({ space, types }: SpaceMapping, { jira }: Outside): Promise<ReadonlySet<string>> {
  const all = await jira.statuses(space.id, types.risk.id);
  return new Set(all.filter(({ category }) => category === "done").map(({ id }) => id));
}

interface Told {
  readonly id: string;
  readonly item: JiraItem;
  readonly changes: readonly FieldChange[];
}

interface Around {
  readonly mapping: SpaceMapping;
  readonly done: ReadonlySet<string>;
  readonly log: RiskLog;
}

function pastOf({ id, item, changes }: Told, { mapping, done, log }: Around): RiskPast {
  const record: RiskRecord = {
    id,
    createdAt: item.createdAt,
    now: {
      isOpen: isOpen(item),
      tag: tagOf(item),
      likelihood: scoreOf(item, "likelihood"),
      impact: scoreOf(item, "impact"),
    },
    changes: changes.flatMap((change) => riskChange(change, mapping, done)),
  };
  const born = replay(record).moments[0]?.standing.tag ?? record.now.tag;
  const raised: RiskEvent = { id: `${item.id}/raised`, at: item.createdAt, by: "", kind: "raised", tag: born };
  const told = changes.flatMap((change) => riskEvents(change, record));
  const events = [raised, ...told, ...commented(item, changes), ...(log.events.get(id) ?? [])];
  return { id, item, record, history: { risk: id, events } };
}

/** A comment stands in no changelog; it shows in when the work item was last touched, unless that was an app. */
function commented(item: JiraItem, changes: readonly FieldChange[]): readonly RiskEvent[] {
  const at = touchedAt(item);
  const isByApp = changes.some((change) => change.byApp && Math.abs(change.at - at) < sameActMs);
  return isByApp ? [] : [{ id: `${item.id}/touched`, at, by: "", kind: "touched" }];
}

const sameActMs = 60_000;

function riskChange(
  { id, at, field, from, to }: FieldChange,
  { fields }: SpaceMapping,
  done: ReadonlySet<string>,
): readonly RiskChange[] {
  if (field === "status") {
    const [was, is] = [!done.has(from.value ?? ""), !done.has(to.value ?? "")];
    return was === is ? [] : [{ id, at, field: "isOpen", from: was, to: is }];
  }
  if (field === fields.phase) return [{ id, at, field: "tag", from: tagIn(from.text), to: tagIn(to.text) }];
  for (const score of ["likelihood", "impact"] as const) {
    if (field === fields[score]) return [{ id, at, field: score, from: scoreIn(from), to: scoreIn(to) }];
  }
  return [];
}

/** As the board reads what nobody can read: before delivery, where it is dealt with sooner. */
function tagIn(text: string | null): RiskTag {
  return tagOfOption(text) === "post-delivery" ? "post-delivery" : "pre-delivery";
}

function scoreIn({ value, text }: FieldChange["from"]): number {
  const score = Number(text ?? value ?? Number.NaN);
  return Number.isInteger(score) && score >= 1 ? score : 3;
}

/** A change by an app is no sign that anybody cares; one that closes, reopens or retags counts whoever made it. */
function riskEvents({ id, at, by, byApp }: FieldChange, { changes }: RiskRecord): readonly RiskEvent[] {
  const meant = changes.find((change) => change.id === id);
  const event = { id: `jira/${id}`, at, by };
  if (meant?.field === "tag") return [{ ...event, kind: "retagged", tag: meant.to }];
  if (meant?.field === "isOpen") return [{ ...event, kind: meant.to ? "reopened" : "closed" }];
  return byApp ? [] : [{ ...event, kind: "touched" }];
}
