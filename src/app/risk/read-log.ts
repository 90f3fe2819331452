import { reviewDecision, side } from "#contract/reviews";
import type { Decision, RiskEvent } from "#domain/risk/history";
import type { ExceptionEvent } from "#domain/risk/exceptions";
import type { ReviewEvent } from "#domain/risk/review";
import { z } from "zod";
import type { KeptEntry, PlanLog } from "../log";
import type { PlanRef } from "../sync/run-ports";

/** What the app itself knows of risks; everything else is in Jira. */
export interface RiskLog {
  /** Decisions and climbed rungs, by the plan's id of the risk. */
  readonly events: ReadonlyMap<string, readonly RiskEvent[]>;
  readonly rungs: readonly KeptRung[];
  readonly reviews: readonly ReviewEvent[];
  /** Ids of the decisions whose minutes stand on their work item. */
  readonly minuted: ReadonlySet<string>;
}

export interface KeptRung {
  readonly id: string;
  readonly risk: string;
  readonly at: number;
  readonly level: number;
  readonly tag: string;
  readonly asked: string;
  readonly acts: readonly string[];
}

export async function readRiskLog(log: PlanLog, ref: PlanRef): Promise<RiskLog> {
  const entries = await log.read(ref, ["risk", "rung", "review"]);
  const rungs = parsed(entries, "rung", rung);
  const decided = parsed(entries, "risk", decision);
  const climbed = rungs.map(({ id, at, risk }) => ({
    risk,
    event: { id: `rung/${id}`, at, by: "", kind: "climbed", rung: id } as const,
  }));
  const said = decided.map(({ risk, ...event }) => ({ risk, event: { ...event, kind: "decided" } as const }));
  const events = Map.groupBy([...said, ...climbed], ({ risk }) => risk);
  return {
    events: new Map([...events].map(([risk, own]) => [risk, own.map(({ event }) => event)])),
    rungs,
    reviews: parsed(entries, "review", reviewEvent),
    minuted: new Set(parsed(entries, "review", minuted).map(({ decision: of }) => of)),
  };
}

export async function readReviews(log: PlanLog, ref: PlanRef): Promise<readonly ReviewEvent[]> {
  return parsed(await log.read(ref, ["review"]), "review", reviewEvent);
}

export async function readExceptions(log: PlanLog, ref: PlanRef): Promise<readonly ExceptionEvent[]> {
  return parsed(await log.read(ref, ["exception"]), "exception", exceptionEvent);
}

/** What an older release wrote and this one cannot read is left out rather than misread. */
function parsed<S extends z.ZodType>(entries: readonly KeptEntry[], kind: string, schema: S): z.output<S>[] {
  return entries.flatMap((entry) => {
    if (entry.kind !== kind || typeof entry.body !== "object") return [];
    const read = schema.safeParse({ ...entry.body, id: entry.id, at: entry.at });
    return read.success ? [read.data] : [];
  });
}

const happened = { id: z.string(), at: z.number() };
const text = z.string().nullable();

const decision = z.object({
  ...happened,
  by: z.string(),
  risk: z.string(),
  decision: z.enum(["accept", "treat", "escalate", "close"]) satisfies z.ZodType<Decision>,
});

const rung = z.object({
  ...happened,
  risk: z.string(),
  level: z.number(),
  tag: z.string(),
  asked: z.string(),
  acts: z.array(z.string()),
});

const inReview = { ...happened, by: z.string(), review: z.string() };

const reviewEvent = z.discriminatedUnion("kind", [
  z.object({ ...inReview, kind: z.literal("opened") }),
  z.object({ ...inReview, kind: z.literal("closed") }),
  z.object({
    ...inReview,
    kind: z.literal("present"),
    person: z.string(),
    side: side,
  }),
  z.object({
    ...inReview,
    kind: z.literal("absent"),
    person: z.string(),
    side: side,
  }),
  z.object({
    ...inReview,
    kind: z.literal("decided"),
    risk: z.string(),
    decision: reviewDecision,
    note: z.string(),
    owner: text,
    due: text,
    over: text,
  }),
]);

const minuted = z.object({ ...happened, kind: z.literal("minuted"), decision: z.string() });

const pledge = { owner: text, closeBy: text };

const exceptionEvent = z.discriminatedUnion("kind", [
  z.object({
    ...happened,
    ...pledge,
    by: z.string(),
    kind: z.literal("noted"),
    what: z.enum(["exception", "workaround", "shadow-work", "legacy-report"]),
    title: z.string(),
    department: text,
    count: z.number(),
  }),
  z.object({ ...happened, ...pledge, by: z.string(), kind: z.literal("taken"), of: z.string() }),
  z.object({ ...happened, by: z.string(), kind: z.literal("closed"), of: z.string() }),
]);
