import type { FieldRow, FindingView, LinkRow, ProposalRow, ProposalView } from "#contract/sync";
import type { Edge, Item } from "#domain/sync/item";
import { named } from "#domain/sync/derive";
import type { ItemSteps } from "#domain/sync/item-steps";
import type { Proposal } from "#domain/sync/propose";
import { isRecord } from "./details";

/** What stands beside the proposal: who else is at work, what would refuse it, what might be taken on. */
export interface Beside extends Pick<ProposalView, "offers" | "running" | "blocked"> {
  readonly allowance: ProposalView["estimate"]["allowance"];
}

export function proposalView(proposal: Proposal, beside: Beside): ProposalView {
  const compared = proposal.compared.filter((one) => one.steps.length > 0 || !one.held.ours);
  const kinds = compared.map(actionOf);
  const titles = titlesOf(proposal);
  const pulls = [...proposal.edges.gained, ...proposal.edges.lost].length;
  return {
    plan: proposal.plan,
    hash: proposal.hash,
    counts: {
      create: proposal.creates.length,
      adopt: kinds.filter((kind) => kind === "adopt").length,
      update: kinds.filter((kind) => kind === "update").length,
      pull: kinds.filter((kind) => kind === "pull").length + pulls,
      conflict: kinds.filter((kind) => kind === "conflict").length + proposal.gone.length,
      link: proposal.edges.add.length,
      unlink: proposal.edges.remove.length,
      orphan: proposal.orphans.length,
      refusal: proposal.refusals.length,
      rest: proposal.compared.length - compared.length,
    },
    rows: rowsOf(proposal, compared),
    links: [
      ...proposal.edges.add.map((edge) => linkRow("link", edge, { proposal, titles })),
      ...proposal.edges.remove.map((edge) => linkRow("unlink", edge, { proposal, titles })),
    ],
    findings: cycleFinding(proposal.cycle),
    limit: proposal.limit,
    estimate: { ...proposal.estimate, ...inTime(proposal, beside) },
    offers: beside.offers,
    orphans: proposal.orphans.map(({ held: { id, kind, key, title }, choice, edges }) => {
      return { item: id, kind, key, title, links: edges.length, choice };
    }),
    running: beside.running,
    blocked: beside.blocked,
  };
}

/** An hour's allowance that runs out makes the job wait for the next one. */
function inTime({ estimate }: Proposal, { allowance }: Beside) {
  const later = Math.max(0, estimate.points - allowance.left);
  const waits = Math.ceil(later / allowance.perHour);
  return { minutes: Math.ceil(estimate.seconds / 60) + 60 * waits, allowance };
}

function rowsOf(proposal: Proposal, compared: readonly ItemSteps[]): readonly ProposalRow[] {
  return [
    ...proposal.refusals.map((refused): ProposalRow => {
      const there = proposal.compared.find((one) => one.item.id === refused.item)?.held;
      const { item: id, kind, title, message, mend, stops } = refused;
      return { ...row({ id, kind, title }, "refusal", there?.key ?? null), refusal: { message, mend, stops } };
    }),
    ...proposal.gone.map(({ item, why }): ProposalRow => ({
      ...row(item, "conflict", null),
      fields: [goneField(why)],
    })),
    ...proposal.creates.map((item) => row(item, "create", null)),
    ...compared.map((one): ProposalRow => ({
      ...row(one.item, actionOf(one), one.held.key),
      fields: one.steps.map(fieldRow),
    })),
    ...linkPulls(proposal),
    ...proposal.orphans.map(({ held }) => row(held, "orphan", held.key)),
  ];
}

function goneField(why: Proposal["gone"][number]["why"]): FieldRow {
  const field = { field: "item", step: "conflict", base: "in Jira", plan: "in the plan" } as const;
  return { ...field, jira: why === "deleted" ? null : whereNow[why] };
}

const whereNow = {
  moved: "moved to another space",
  retyped: "of another work type",
  released: "no longer of this plan",
} as const;

function row(
  item: Pick<Item, "id" | "kind" | "title">,
  action: ProposalRow["action"],
  key: string | null,
): ProposalRow {
  return { item: item.id, kind: item.kind, action, key, title: item.title, fields: [], refusal: null };
}

function actionOf(one: ItemSteps): "adopt" | "update" | "pull" | "conflict" {
  const kinds = one.steps.map(({ step }) => step.kind);
  if (kinds.includes("conflict")) return "conflict";
  if (!one.held.ours) return "adopt";
  return kinds.includes("push") ? "update" : "pull";
}

function fieldRow({ field, base, plan, jira, step }: ItemSteps["steps"][number]): FieldRow {
  return { field, step: step.kind, base: shown(base?.plan ?? null), plan: shown(plan), jira: shown(jira) };
}

/** A text is shown as it is, a list with commas; only what has parts keeps its brackets. */
function shown(text: string | null): string | null {
  if (text === null || !/^["[]/.test(text)) return text;
  const value = parsed(text);
  if (typeof value === "string") return value;
  return Array.isArray(value) && value.every((entry) => typeof entry === "string") ? value.join(", ") : text;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function linkPulls({ edges, compared }: Proposal): readonly ProposalRow[] {
  const pulls = [
    ...edges.gained.map((edge) => ({ edge, plan: null, jira: edge.from })),
    ...edges.lost.map((edge) => ({ edge, plan: edge.from, jira: null })),
  ];
  return pulls.map(({ edge, plan, jira }): ProposalRow => {
    const one = compared.find(({ item }) => item.id === edge.to);
    const item = one?.item ?? { id: edge.to, kind: "step" as const, title: edge.to };
    const field = { field: labels[edge.kind], step: "pull" as const, base: plan, plan, jira };
    return { ...row(item, "pull", one?.held.key ?? null), fields: [field] };
  });
}

const labels = { after: "after", has: "has step", threatens: "threatens", covers: "covers" } as const;

interface Told {
  readonly proposal: Proposal;
  readonly titles: ReadonlyMap<string, string>;
}

function linkRow(action: LinkRow["action"], edge: Edge, { proposal, titles }: Told): LinkRow {
  const { from, to } = edge;
  const label = edge.kind === "after" ? dependencyLabel(edge, proposal) : labels[edge.kind];
  return { action, from, to, label, titles: { from: titles.get(from) ?? from, to: titles.get(to) ?? to } };
}

function titlesOf({ creates, compared }: Proposal): ReadonlyMap<string, string> {
  return new Map([...creates, ...compared.map(({ item }) => item)].map(({ id, title }) => [id, title]));
}

function dependencyLabel(edge: Edge, proposal: Proposal): string {
  const item =
    proposal.creates.find(({ id }) => id === edge.to) ?? proposal.compared.find((one) => one.item.id === edge.to)?.item;
  const list = parsed(item?.fields["after"] ?? "[]");
  const entry: unknown = Array.isArray(list) ? list.find((one) => named(one) === edge.from) : null;
  if (!isRecord(entry)) return "FS";
  const lag = typeof entry["lag"] === "string" && entry["lag"] !== "0" ? entry["lag"] : "";
  return [String(entry["type"]), lag === "" || lag.startsWith("-") ? lag : `+${lag}`].filter(Boolean).join(" ");
}

function cycleFinding(cycle: readonly string[] | null): readonly FindingView[] {
  if (cycle === null) return [];
  return [
    {
      rule: "cycle",
      level: "error",
      item: cycle[0] ?? null,
      field: "after",
      line: null,
      message: `These steps wait for each other: ${[...cycle, cycle[0]].join(" → ")}.`,
      mend: "Remove one of these dependencies; until then none of them can start.",
    },
  ];
}
