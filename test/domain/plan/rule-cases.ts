import { blankPlan, blankRollback } from "#domain/plan/blank";
import type { Criterion, Kpi, Plan, Rollback, RunbookStep, Step } from "#domain/plan/plan";
import type { RaciRow } from "#domain/plan/raci-row";
import type { Curriculum, DataSource, Department, Mapping, Resource } from "#domain/plan/register";
import { phases } from "#domain/plan/phases";
import { someStep } from "../../support/any-plan";

type Some = Partial<Plan>;

/** What makes a rule speak, and the least that makes it silent again. */
export type RuleCase = readonly [fails: Some, passes: Some];

const steps = (...list: readonly Step[]): Some => ({ steps: list });
const step = (rest: Partial<Step>) => someStep("a", rest);
const after = (id: string) => ({ after: [{ step: id, type: "FS" as const, lag: "0" }] });
const criterion = (rest: Partial<Criterion>): Some => {
  const usual: Criterion = {
    measure: "rows loaded",
    op: ">=",
    value: 99,
    unit: "%",
    by: "2026-05-01",
    from: null,
    holds: "by",
  };
  return steps(step({ success: [{ ...usual, ...rest }] }));
};
const department = (rest: Partial<Department>): Some => {
  const usual: Department = {
    name: "Sales",
    champion: "a@example.com",
    superUsers: ["a@example.com"],
    hiddenProcesses: [],
  };
  return { departments: [{ ...usual, ...rest }] };
};
const row = (task: string, rest: Partial<RaciRow> = {}): RaciRow => {
  return { task, accountable: "a@example.com", responsible: [], consulted: [], informed: [], ...rest };
};
const raci = (...rows: readonly RaciRow[]): Some => ({ raci: rows });
const rollback = (rest: Partial<Rollback>): Some => ({ rollbacks: [{ ...blankRollback("back", "Back"), ...rest }] });
const runbook = (rest: Partial<RunbookStep>): Some => {
  return rollback({
    runbook: [{ id: "r", title: "Restore", owner: "a@example.com", duration: "1h", after: [], ...rest }],
  });
};
const kpi = (rest: Partial<Kpi>): Some => {
  const usual: Kpi = {
    id: "k",
    milestone: "golive",
    title: "Calls",
    unit: "",
    better: "lower",
    baseline: 4,
    planned: [],
    owner: "a@example.com",
  };
  return { anchors: { golive: "2026-05-04" }, kpis: [{ ...usual, ...rest }] };
};
const resource = (rest: Partial<Resource>): Resource => {
  const usual: Resource = {
    id: "room",
    title: "Room",
    kind: "room",
    quantity: 1,
    from: null,
    to: null,
    phase: null,
    booked: true,
    mirrorsProduction: false,
  };
  return { ...usual, ...rest };
};
const source = (rest: Partial<DataSource>): Some => {
  const usual: DataSource = {
    name: "Classic",
    accuracy: 1,
    completeness: 1,
    duplication: 1,
    disposition: "move",
    owner: "a@example.com",
  };
  return { dataSources: [{ ...usual, ...rest }] };
};
const mapping = (rest: Partial<Mapping>): Some => {
  return { mappings: [{ source: "A", target: "X", checkedBy: "a@example.com", checkedOn: "2026-05-01", ...rest }] };
};
const curriculum = (rest: Partial<Curriculum>): Some => {
  return {
    anchors: { golive: "2026-05-04" },
    curricula: [{ role: "Seller", receive: ["x"], own: ["y"], firstSession: null, ...rest }],
  };
};
const wave = (id: string, golive: string | null, departments: readonly string[]) => ({
  id,
  title: id,
  golive,
  departments,
});
const blank = blankPlan("p", "P");
const gates = (where: "delivery" | "implementation", rest: object): Some => {
  return { gates: { ...blank.gates, [where]: { ...blank.gates[where], ...rest } } };
};
const covering = [
  step({ kind: "configuration" }),
  someStep("b", { kind: "integration" }),
  someStep("c", { stream: "test" }),
  someStep("d", { stream: "change" }),
];
const tuesday = (start: string): Some => ({
  anchors: { delivery: "2026-11-06", golive: "2026-12-08" },
  steps: [step({ kind: "tuesday-morning", start, departments: ["Sales"], duration: "4h" })],
});
const freeze = (duration: string): Some =>
  steps(someStep("migrate"), step({ kind: "freeze", duration, ...after("migrate") }));
const training = step({ stream: "training" });
const refreshed = ["1", "2", "3"].map((id) => someStep(id, { kind: "refresh" }));
const right = { role: "Seller", record: "orders", view: true, edit: true };
const told = { audience: "Sales", channel: "e-mail", text: "Soon.", owner: null, on: null };

const downtime = (unit: string) =>
  ({ kind: "reading", reading: "downtime", op: ">", value: 4, unit, window: null }) as const;

export const ruleCases: Readonly<Record<string, RuleCase>> = {
  "duplicate-id": [steps(step({}), step({})), steps(step({}), someStep("b"))],
  "unknown-reference": [
    steps(step({ calendar: "night" })),
    { ...steps(step({ calendar: "night" })), calendars: { night: { kind: "continuous" } } },
  ],
  "unknown-anchor": [
    steps(step({ anchor: { anchor: "golive", offset: "0" } })),
    { ...steps(step({ anchor: { anchor: "golive", offset: "0" } })), anchors: { golive: "2026-05-04" } },
  ],
  "dependency-cycle": [steps(step(after("b")), someStep("b", after("a"))), steps(step({}), someStep("b", after("a")))],
  "parent-cycle": [
    steps(step({ parent: "b" }), someStep("b", { parent: "a" })),
    steps(step({ parent: "b" }), someStep("b")),
  ],
  "step-description": [steps(step({})), steps(step({ description: "How." }))],
  "step-owner": [steps(step({})), steps(step({ owner: "a@example.com" }))],
  "step-timeline": [steps(step({})), steps(step({ duration: "2d" }))],
  "step-dependencies": [steps(step({})), steps(step({}), someStep("b", after("a")))],
  "step-success": [steps(step({})), criterion({})],
  "step-vague": [
    steps(step({ title: "Migrate data" })),
    steps(step({ title: "Export all orders from SAP as CSV and compare the count with the source report" })),
  ],
  "criterion-unmeasurable": [criterion({ measure: "users are happy", unit: "" }), criterion({})],
  "criterion-no-deadline": [criterion({ by: null }), criterion({})],
  "criterion-impossible": [criterion({ op: ">", value: 100 }), criterion({ op: ">=", value: 100 })],
  "plan-no-objective": [{}, { objective: ["One record"] }],
  "plan-no-scope": [{}, { scope: { in: ["Sales"], out: ["Marketing"] } }],
  "step-orphan": [
    { objective: ["One", "Two"], ...steps(step({})) },
    { objective: ["One", "Two"], ...steps(step({ objective: ["One"] })) },
  ],
  "objective-unserved": [
    { objective: ["One", "Two"], ...steps(step({ objective: ["One"] })) },
    { objective: ["One", "Two"], ...steps(step({ objective: ["One", "Two"] })) },
  ],
  "scope-unmapped": [
    { scope: { in: ["Sales"], out: [] } },
    { scope: { in: ["Sales"], out: [] }, processMaps: [{ scope: "Sales", url: "https://example.com/map" }] },
  ],
  "kpi-no-baseline": [kpi({ baseline: null }), kpi({})],
  "kpi-owner": [kpi({ owner: "a@example.com, b@example.com" }), kpi({})],
  "milestone-no-kpi": [{ anchors: { golive: "2026-05-04" } }, kpi({})],
  "plan-duration": [
    { start: "2026-01-01", anchors: { golive: "2026-02-01" } },
    { start: "2026-01-01", anchors: { golive: "2026-06-01" } },
  ],
  "step-before-approval": [
    { anchors: { approval: "2026-05-04" }, ...steps(step({ start: "2026-05-01" })) },
    { anchors: { approval: "2026-05-04" }, ...steps(step({ start: "2026-05-04" })) },
  ],
  "plan-no-owner": [{}, { owner: "a@example.com" }],
  "owner-is-role": [{ owner: "Project Manager" }, { owner: "a@example.com" }],
  "seat-empty": [{}, { seats: { sponsor: "a@example.com", projectManager: "b@example.com", admin: "c@example.com" } }],
  "department-no-champion": [department({ champion: null }), department({})],
  "department-no-super-user": [department({ superUsers: [] }), department({})],
  "raci-row-missing": [
    {},
    raci(row("configure"), row("test-live-data"), row("coach-super-users"), row("decommission-legacy")),
  ],
  "raci-accountable": [raci(row("configure", { accountable: null })), raci(row("configure"))],
  "raci-not-a-person": [raci(row("configure", { informed: ["IT"] })), raci(row("configure"))],
  "raci-task-twice": [raci(row("configure"), row("configure")), raci(row("configure"))],
  "rollback-missing": [
    { affects: { ...blank.affects, liveSystems: true } },
    { affects: { ...blank.affects, liveSystems: true }, ...rollback({}) },
  ],
  "rollback-trigger-unit": [
    rollback({ triggers: [{ kind: "any", of: ["broken", downtime("")] }] }),
    rollback({ triggers: [downtime("h"), { kind: "all", of: ["broken", downtime("h")] }] }),
  ],
  "rollback-no-trigger": [rollback({}), rollback({ triggers: [{ kind: "all", of: ["broken"] }] })],
  "rollback-no-runbook": [rollback({}), runbook({})],
  "rollback-runbook-incomplete": [runbook({ duration: null }), runbook({})],
  "rollback-runbook-cycle": [runbook({ after: ["r"] }), runbook({})],
  "rollback-no-communication": [rollback({}), rollback({ communication: [told] })],
  "rollback-covers-nothing": [rollback({}), { ...rollback({ covers: ["a"] }), ...steps(step({})) }],
  "audience-missing": [department({}), { ...department({}), communication: [told] }],
  "phase-order": [
    steps(step({ phase: phases[3] }), someStep("b", { phase: phases[1], ...after("a") })),
    steps(step({ phase: phases[1] }), someStep("b", { phase: phases[3], ...after("a") })),
  ],
  "kind-order": [
    steps(step({ kind: "configuration" }), someStep("b", { kind: "process-design", ...after("a") })),
    steps(step({ kind: "process-design" }), someStep("b", { kind: "configuration", ...after("a") })),
  ],
  "tuesday-test": [tuesday("2026-11-11"), tuesday("2026-11-10")],
  freeze: [freeze("2d"), freeze("48eh")],
  "start-twice": [
    {
      anchors: { golive: "2026-05-04" },
      ...steps(step({ start: "2026-05-01", anchor: { anchor: "golive", offset: "-1d" } })),
    },
    steps(step({ start: "2026-05-01" })),
  ],
  "constraint-idle": [
    steps(step({ start: "2026-05-01", constraint: { kind: "finish-no-later-than", on: "2026-05-04" } })),
    steps(step({ start: "2026-05-01", constraint: { kind: "must-start-on" } })),
  ],
  coverage: [steps(...covering), steps(...covering, someStep("e", { stream: "support" }))],
  "technical-without-change": [
    steps(step({ stream: "technical" })),
    steps(step({ stream: "technical" }), someStep("b", { stream: "change" })),
  ],
  "big-bang": [
    { waves: [wave("w", "2026-05-04", ["Sales", "Service"])] },
    { waves: [wave("w", "2026-05-04", ["Sales"]), wave("v", "2026-06-01", ["Service"])] },
  ],
  "wave-department-twice": [
    { waves: [wave("w", null, ["Sales"]), wave("v", null, ["Sales"])] },
    { waves: [wave("w", null, ["Sales"]), wave("v", null, ["Service"])] },
  ],
  "gate-no-threshold": [
    {},
    gates("implementation", {
      thresholds: [{ metric: "ttft", at: "14d", op: ">=", value: 0.8, rule: "confident", bound: null }],
    }),
  ],
  "readiness-missing": [
    {},
    gates("delivery", { checklist: ["Data is in step", "Users are trained", "Workflows fire"] }),
  ],
  "deliverable-missing": [
    {},
    {
      deliverables: (["process-map", "video", "procedure"] as const).map((kind) => ({
        kind,
        title: kind,
        version: "1",
        url: "https://example.com",
        owner: null,
      })),
    },
  ],
  "role-no-curriculum": [steps(training), { ...steps(training), ...curriculum({}) }],
  "training-late": [curriculum({ firstSession: "2026-05-04" }), curriculum({ firstSession: "2026-05-01" })],
  "role-no-own-module": [curriculum({ own: [] }), curriculum({})],
  "refresh-missing": [steps(training), steps(training, ...refreshed)],
  "data-source-undecided": [source({ owner: null }), source({})],
  "data-source-unaudited": [source({ accuracy: null }), source({})],
  "mapping-target": [mapping({ target: "" }), mapping({})],
  "mapping-no-sample": [mapping({ checkedBy: null }), mapping({})],
  "data-sprint-late": [
    { anchors: { delivery: "2026-05-04" }, ...steps(step({ kind: "data-sprint", start: "2026-05-04" })) },
    { anchors: { delivery: "2026-05-04" }, ...steps(step({ kind: "data-sprint", start: "2026-05-01" })) },
  ],
  "permission-undecided": [
    { permissions: [{ ...right, delete: null }] },
    { permissions: [{ ...right, delete: false }] },
  ],
  "hidden-process-unasked": [department({ hiddenProcesses: null }), department({ hiddenProcesses: [] })],
  "resource-unbooked": [
    { anchors: { contract: "2026-05-04" }, resources: [resource({ booked: false })] },
    { anchors: { contract: "2026-05-04" }, resources: [resource({})] },
  ],
  "resource-window": [
    { resources: [resource({ from: "2026-05-04", to: "2026-05-01" })] },
    { resources: [resource({ from: "2026-05-01", to: "2026-05-04" })] },
  ],
  "resource-phase": [
    { resources: [resource({ phase: "Build" })], ...steps(step({ phase: "Train", needs: ["room"] })) },
    { resources: [resource({ phase: "Train" })], ...steps(step({ phase: "Train", needs: ["room"] })) },
  ],
  "acceptance-no-mirror": [
    steps(step({ kind: "acceptance-test" })),
    {
      resources: [resource({ mirrorsProduction: true })],
      ...steps(step({ kind: "acceptance-test", needs: ["room"] })),
    },
  ],
  "handoff-unaccepted": [
    steps(step({ side: "supplier" }), someStep("b", { side: "buyer", ...after("a") })),
    {
      handoffs: [{ from: "a", to: "b", acceptedBy: "a@example.com" }],
      ...steps(step({ side: "supplier" }), someStep("b", { side: "buyer", ...after("a") })),
    },
  ],
};
