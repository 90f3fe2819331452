import { z } from "zod";
import type { Plan } from "#domain/plan/plan";
import { calendar, calendars, writeCalendar, writeCalendars } from "./plan-calendar";
import { day, flag, id, lean, listOf, orNull, text, texts, title } from "./plan-fields";
import { gates, kpi, raciRow, wave, writeGates } from "./plan-governance";
import { registers, seats, writeAnnouncement, writeDepartment } from "./plan-registers";
import { checkScores, riskScheme, writeRiskScheme } from "./plan-scheme";
import { risk, rollback, writeRollback } from "./plan-risk";
import { step, writeStep } from "./plan-step";

export const planFileVersion = 1;

const affects = z
  .strictObject({
    liveSystems: flag.default(false),
    productionData: flag.default(false),
    businessOperations: flag.default(false),
  })
  .nullish()
  .transform((read) => read ?? { liveSystems: false, productionData: false, businessOperations: false });

const zone = text
  .pipe(z.string().refine(isZone, "Write a time zone as Europe/London."))
  .nullish()
  .transform((name) => name ?? "UTC");

const head = z.strictObject({
  id,
  title,
  zone,
  objective: texts,
  scope: z
    .strictObject({ in: texts, out: texts })
    .nullish()
    .transform((read) => read ?? { in: [], out: [] }),
  owner: orNull(text),
  affects,
  start: orNull(day),
  anchors: z
    .record(id, day)
    .nullish()
    .transform((read) => read ?? {}),
  calendar,
  calendars,
  seats,
  rules: z
    .record(text, z.enum(["error", "warning", "hint", "off"], { error: "Write error, warning, hint or off." }))
    .nullish()
    .transform((read): Plan["rules"] => read ?? {}),
});

/** What a plan file keeps under `plan:` besides the plan's name; everything else stands beside it. */
export const headKeys: readonly string[] = Object.keys(head.shape).filter((key) => key !== "id" && key !== "title");

/** The plan file: tolerant in how things are written, strict in what it knows. */
export const planFile = z
  .strictObject({
    uptake: z.literal(planFileVersion),
    plan: head,
    steps: listOf(step),
    risks: listOf(risk),
    rollbacks: listOf(rollback),
    raci: listOf(raciRow),
    waves: listOf(wave),
    gates,
    kpis: listOf(kpi),
    ...registers,
    riskScheme,
  })
  .superRefine(checkScores)
  .transform(({ uptake: _version, plan, ...rest }): Plan => ({ ...plan, ...rest }));

/** The plan as a plan file says it: `planFile` reads back exactly this plan. */
export function toPlanFile(plan: Plan): Record<string, unknown> {
  const sections = {
    waves: plan.waves.map(lean),
    departments: plan.departments.map(writeDepartment),
    risks: plan.risks.map(lean),
    rollbacks: plan.rollbacks.map(writeRollback),
    raci: plan.raci.map(lean),
    kpis: plan.kpis.map(lean),
    communication: plan.communication.map(writeAnnouncement),
    resources: plan.resources.map(lean),
    dataSources: plan.dataSources.map(lean),
    mappings: plan.mappings.map(lean),
    curricula: plan.curricula.map(lean),
    deliverables: plan.deliverables.map(lean),
    handoffs: plan.handoffs,
    processMaps: plan.processMaps,
    documents: plan.documents,
    permissions: plan.permissions.map(lean),
    sections: plan.sections.map(lean),
    accepted: plan.accepted.map(lean),
    riskScheme: writeRiskScheme(plan.riskScheme),
  };
  const gates = writeGates(plan.gates);
  return {
    uptake: planFileVersion,
    plan: writeHead(plan),
    steps: plan.steps.map(writeStep),
    ...lean(sections),
    ...(Object.keys(gates).length > 0 ? { gates } : {}),
  };
}

function writeHead(plan: Plan): Record<string, unknown> {
  return lean({
    id: plan.id,
    title: plan.title,
    zone: plan.zone,
    objective: plan.objective,
    scope: plan.scope,
    owner: plan.owner,
    affects: plan.affects,
    start: plan.start,
    anchors: plan.anchors,
    calendar: writeCalendar(plan.calendar),
    calendars: writeCalendars(plan.calendars),
    seats: lean(plan.seats),
    rules: Object.keys(plan.rules).length === 0 ? null : plan.rules,
  });
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).format(0) !== "";
  } catch {
    return false;
  }
}
