import type { MetricView, SnapshotView, SymptomView } from "#contract/adoption";
import { Refusal } from "../refusal";
import type { HiddenFrom } from "../work-items/hidden-from";
import { gateSummary } from "./gate-summary";

/** Who reads the sentence that stands in a number's place. */
type Reader = "you" | "everybody who asks";

const ticketMetrics = new Set(["hdr", "trend"]);

/**
 * J6: the same snapshot as everybody's, less the numbers counted from work items that Jira does not show this viewer. The verdict stands:
 * it is the plan's, and written on the plan's own work item.
 */
export function seenBy(snapshot: SnapshotView, hidden: HiddenFrom, reader: Reader = "you"): SnapshotView {
  const all = [...hidden.transactions, ...hidden.tickets];
  if (hidden.transactions.length > 0) return withoutPeople(snapshot, reason(all, reader));
  return all.length > 0 ? withoutTickets(snapshot, reason(all, reader)) : snapshot;
}

/** The inputs of a number are hidden with it. */
export function mustSee(metric: string, hidden: HiddenFrom): void {
  const closed = ticketMetrics.has(metric) ? [...hidden.tickets, ...hidden.transactions] : hidden.transactions;
  if (closed.length === 0) return;
  throw new Refusal("suppressed", { message: reason(closed, "everybody who asks"), mend });
}

const mend = "Ask that space's administrator to let you browse it.";

function reason(spaces: readonly string[], reader: Reader): string {
  const names = [...new Set(spaces)].toSorted().join(" and ");
  const said = `No number here: it counts work items of ${names}, and Jira does not show them to ${reader}.`;
  return reader === "you" ? `${said} ${mend}` : said;
}

function withoutTickets(snapshot: SnapshotView, why: string): SnapshotView {
  const hide = (metric: MetricView): MetricView => (ticketMetrics.has(metric.metric) ? unseen(metric, why) : metric);
  const gateLines = snapshot.gateLines.map(hide);
  return {
    ...snapshot,
    metrics: snapshot.metrics.map(hide),
    weeks: [],
    askedFor: null,
    trend: { claimed: false, sentence: why, line: null },
    symptoms: snapshot.symptoms.map((one) => (one.symptom === "ticket-surge" ? unknown(one, why) : one)),
    // How much a source has reported, and how much of it was by apps, would tell of the tickets as well.
    sources: snapshot.sources.map((source) => ({ ...source, events: null })),
    exclusions: snapshot.exclusions.map((one) =>
      /^(?:Events|Tickets) /.test(one.what) ? { ...one, count: null } : one,
    ),
    gateLines,
    gate: gateSummary(gateLines, snapshot.easier.length),
  };
}

function withoutPeople(snapshot: SnapshotView, why: string): SnapshotView {
  const bare = withoutTickets(snapshot, why);
  const hide = (metric: MetricView): MetricView =>
    metric.metric === "threshold-change" ? metric : unseen(metric, why);
  const gateLines = bare.gateLines.map(hide);
  return {
    ...bare,
    metrics: bare.metrics.map(hide),
    curve: null,
    departments: bare.departments.map(({ name }) => ({ name, shown: null })),
    differences: [],
    exclusions: bare.exclusions.map(({ what }) => ({ what, count: null })),
    symptoms: bare.symptoms.map((one) => (one.symptom === "power-users" ? unknown(one, why) : one)),
    gateLines,
    gate: gateSummary(gateLines, snapshot.easier.length),
  };
}

function unseen(metric: MetricView, why: string): MetricView {
  return { ...metric, sentence: why, value: null, lower: null, upper: null, n: 0, caution: null };
}

function unknown(symptom: SymptomView, why: string): SymptomView {
  return { ...symptom, seen: "unknown", sentence: why };
}
