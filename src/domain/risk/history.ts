import { ordered } from "#domain/calendar/ordered";
import type { Happening } from "#domain/calendar/ordered";
import type { RiskTag } from "#domain/plan/plan";

/** What has happened to one risk, in whatever order it became known. */
export interface RiskHistory {
  readonly risk: string;
  readonly events: readonly RiskEvent[];
}

export type RiskEvent = Happening & { readonly by: string } & RiskFact;

export type RiskFact =
  | { readonly kind: "raised"; readonly tag: RiskTag }
  | { readonly kind: "retagged"; readonly tag: RiskTag }
  | { readonly kind: "decided"; readonly decision: Decision }
  | { readonly kind: "closed" | "reopened" | "touched" }
  /** A rung of a ladder was carried out; by the app, so it is no sign of life. */
  | { readonly kind: "climbed"; readonly rung: string };

/** `accept` and `treat` settle a risk, `close` ends it, `escalate` asks the next level. */
export type Decision = "accept" | "treat" | "escalate" | "close";

export interface RiskState {
  readonly tag: RiskTag;
  readonly isOpen: boolean;
  readonly raisedAt: number;
  /** The last time a person did anything about it. */
  readonly touchedAt: number;
  readonly decision: { readonly decision: Decision; readonly by: string; readonly at: number } | null;
  /** The decision the risk waits for; null when it is closed or decided. */
  readonly wait: Wait | null;
}

/** Named after the event that began it, so that everybody who holds the same events waits for the same thing. */
export interface Wait {
  readonly event: string;
  readonly since: number;
  readonly tag: RiskTag;
  /** When people asked for the next level themselves. */
  readonly escalatedAt: readonly number[];
}

/** Where a risk stands at an instant; null before it was raised. What is dated before its own beginning happened at its beginning. */
export function riskState({ events }: RiskHistory, until: number): RiskState | null {
  const all = ordered(events);
  const first = all.find((event) => event.kind === "raised");
  if (first === undefined || first.kind !== "raised" || first.at > until) return null;
  const { at, tag } = first;
  let state: RiskState = { ...blank(tag, at), wait: beginWait(first, tag) };
  for (const event of all) {
    if (event.at > until) break;
    if (event.kind !== "raised") state = applied(state, { ...event, at: Math.max(event.at, at) });
  }
  return state;
}

function blank(tag: RiskTag, at: number): RiskState {
  return { tag, isOpen: true, raisedAt: at, touchedAt: at, decision: null, wait: null };
}

function applied(before: RiskState, event: RiskEvent): RiskState {
  if (event.kind === "climbed") return before;
  const state = { ...before, touchedAt: Math.max(before.touchedAt, event.at) };
  switch (event.kind) {
    case "raised":
    case "touched":
      return state;
    case "retagged":
      if (event.tag === state.tag) return state;
      return { ...state, tag: event.tag, ...(state.isOpen ? open(event, event.tag) : {}) };
    case "closed":
      return { ...state, isOpen: false, wait: null };
    case "reopened":
      return state.isOpen ? state : { ...state, ...open(event, state.tag) };
    case "decided":
      return decided(state, event, event.decision);
  }
}

/** On whatever way a risk is taken up anew, what was decided before no longer holds. */
function open(event: Happening, tag: RiskTag): Pick<RiskState, "isOpen" | "decision" | "wait"> {
  return { isOpen: true, decision: null, wait: beginWait(event, tag) };
}

function decided(state: RiskState, event: RiskEvent, decision: Decision): RiskState {
  const said = { ...state, decision: { decision, by: event.by, at: event.at } };
  if (!state.isOpen) return said;
  if (decision === "close") return { ...said, isOpen: false, wait: null };
  if (decision !== "escalate") return { ...said, wait: null };
  const wait = state.wait ?? beginWait(event, state.tag);
  return { ...said, wait: { ...wait, escalatedAt: [...wait.escalatedAt, event.at] } };
}

function beginWait({ id, at }: Happening, tag: RiskTag): Wait {
  return { event: id, since: at, tag, escalatedAt: [] };
}
