import type { Plan, Risk, Rollback, Step } from "./plan";

/** A plan with nothing in it yet, working hours as most offices keep them. */
export function blankPlan(id: string, title: string): Plan {
  return {
    id,
    title,
    zone: "UTC",
    objective: [],
    scope: { in: [], out: [] },
    owner: null,
    affects: { liveSystems: false, productionData: false, businessOperations: false },
    start: null,
    anchors: {},
    calendar: {
      kind: "working",
      days: ["mon", "tue", "wed", "thu", "fri"],
      hours: ["08:00-12:00", "13:00-17:00"],
      holidays: [],
    },
    calendars: {},
    rules: {},
    steps: [],
    risks: [],
    rollbacks: [],
    raci: [],
    waves: [],
    gates: {
      delivery: { clock: null, thresholds: [], checklist: [] },
      implementation: { clock: null, thresholds: [], checklist: [] },
    },
    kpis: [],
    ...blankRegisters,
  };
}

export function blankStep(id: string, title: string): Step {
  return {
    id,
    title,
    description: "",
    owner: null,
    start: null,
    anchor: null,
    duration: null,
    constraint: null,
    deadline: null,
    progress: null,
    baseline: null,
    calendar: null,
    after: [],
    success: [],
    side: null,
    stream: null,
    phase: null,
    wave: null,
    parent: null,
    kind: null,
    objective: [],
    needs: [],
    departments: [],
    key: null,
  };
}

/** A risk nobody has assessed stands in the middle of both scales, so that it is neither hidden nor shouted. */
export function blankRisk(id: string, title: string): Risk {
  return {
    id,
    title,
    description: "",
    tag: "pre-delivery",
    likelihood: 3,
    impact: 3,
    residual: null,
    owner: null,
    side: null,
    threatens: [],
    answeredBy: [],
    proximity: null,
    response: "",
    key: null,
  };
}

export function blankRollback(id: string, title: string): Rollback {
  return { id, title, owner: null, covers: [], triggers: [], runbook: [], communication: [], lessons: [], key: null };
}

const blankRegisters = {
  seats: { sponsor: null, projectManager: null, admin: null },
  departments: [],
  communication: [],
  resources: [],
  dataSources: [],
  mappings: [],
  curricula: [],
  deliverables: [],
  handoffs: [],
  processMaps: [],
  documents: [],
  permissions: [],
  sections: [],
  accepted: [],
  riskScheme: { matrix: null, ladders: null },
} as const;
