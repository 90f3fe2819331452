import type { Gate, Rollback, Step } from "../plan";
import type { RaciRow } from "../raci-row";
import { readSteps } from "./read-steps";

/** The three refreshes of M40, counted from the day the trainers leave. */
export function refreshes(phase: string | null, trainer: string): readonly Step[] {
  const days = [
    { id: "refresh-day-3", offset: "3ed", word: "on day three", topic: "the questions the help line heard most" },
    { id: "refresh-week-3", offset: "21ed", word: "in week three", topic: "the slowest transactions of the log" },
    { id: "refresh-month-3", offset: "91ed", word: "in month three", topic: "the friction log" },
  ];
  return days.flatMap(({ id, offset, word, topic }) => {
    const text = `${id}: Refresh the training ${word} with ${topic}
Walk through the cases in the sandbox with each team, and record who did theirs alone.
by ${trainer}; takes 1d; after train-roles; stream training; kind refresh
until ${offset}: people who did the case alone >= 80 %`;
    const anchor = { anchor: "trainingEnd", offset };
    const success = (step: Step) => step.success.map((one) => ({ ...one, by: anchor }));
    return readSteps(text).map((step): Step => ({ ...step, phase, anchor, success: success(step) }));
  });
}

/** The four rows an implementation adds to a delivery's RACI (M26). */
export function implementationRaci(places: Readonly<Record<"configure" | "test" | "coach" | "retire", string>>) {
  const row = (task: string, accountable: string): RaciRow => ({
    task,
    accountable,
    responsible: [],
    consulted: [],
    informed: [],
  });
  return [
    row("configure", places.configure),
    row("test-live-data", places.test),
    row("coach-super-users", places.coach),
    row("decommission-legacy", places.retire),
  ];
}

/** Readiness for the first gate, adoption for the second. */
export const usualGates: { readonly delivery: Gate; readonly implementation: Gate } = {
  delivery: {
    clock: null,
    thresholds: [],
    checklist: [
      "Data is in step with its source, and a sample was compared",
      "Users of the first wave are trained",
      "Workflows fire in the mirror of production",
    ],
  },
  implementation: {
    clock: null,
    thresholds: [{ metric: "ttft", at: "14d", op: ">=", value: 0.8, rule: "confident", bound: null }],
    checklist: [],
  },
};

/** Back to how it was: three triggers as people agree on them, and a runbook to rehearse. */
export function wayBack(covers: string, lead: string, speaker: string): Rollback {
  const step = (id: string, title: string, duration: string, after: readonly string[]) => {
    return { id, title, owner: lead, duration, after };
  };
  return {
    id: "way-back",
    title: "Back to the old way of working",
    owner: lead,
    covers: [covers],
    triggers: [
      { kind: "reading", reading: "downtime", op: ">", value: 4, unit: "h", window: null },
      { kind: "reading", reading: "data loss", op: ">", value: 0.1, unit: "%", window: null },
      { kind: "all", of: ["critical-workflow-broken", "no-workaround"] },
    ],
    runbook: [
      step("stop", "Stop writing to the new system", "15m", []),
      step("restore", "Restore the copy made before the change", "90m", ["stop"]),
      step("redirect", "Send everybody back to the old system", "30m", ["restore"]),
      step("prove", "Let two users do a real case and confirm", "30m", ["redirect"]),
    ],
    lessons: [],
    communication: [
      {
        audience: "Everybody affected",
        channel: "e-mail and intranet",
        text: "We are back on the old system until further notice. Work entered today is being carried over; you need do nothing.",
        owner: speaker,
      },
    ],
    key: null,
  };
}
