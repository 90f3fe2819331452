import { findDuration } from "#domain/calendar/duration";
import { blankPlan } from "#domain/plan/blank";
import type { Plan } from "#domain/plan/plan";
import { beganOn, isIdle } from "#domain/plan/step-timing";
import type { Format } from "./format";
import { isElsewhere } from "./mspdi/timing-xml";

/** What a table, a checklist or a project file has no place for. Steps with their dates and links are held by all of them. */
export function losses(plan: Plan, format: Format): readonly string[] {
  if (format === "yaml" || format === "json" || format === "xlsx") return [];
  const head = headOf(plan).filter((part) => !keptHeads[format].includes(part));
  const sections = format === "mspdi" ? [...planSections, ...stepSections] : planSections;
  return [
    ...(head.length === 0 ? [] : [`${names[format]} cannot hold the plan's own ${head.join(", ")}: left out.`]),
    ...sections.flatMap(({ what, count }) => {
      const lost = count(plan);
      return lost === 0 ? [] : [`${names[format]} cannot hold ${what}: ${lost} left out.`];
    }),
  ];
}

const keptHeads: Readonly<Record<Format, readonly string[]>> = {
  yaml: [],
  json: [],
  csv: [],
  xlsx: [],
  markdown: ["title", "objective", "scope"],
  mspdi: ["title", "start", "calendar", "calendars"],
};

/** What the plan says of itself beyond what a reader would assume. */
function headOf(plan: Plan): readonly string[] {
  const blank = blankPlan(plan.id, "");
  const { title, zone, objective, scope, owner, affects, start, anchors, calendar, calendars, rules, seats } = plan;
  const said = { title, zone, objective, scope, owner, affects, start, anchors, calendar, calendars, rules, seats };
  const assumed: Readonly<Record<string, unknown>> = { ...blank };
  return Object.entries(said)
    .filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(assumed[name]))
    .map(([name]) => name);
}

const names: Readonly<Record<Format, string>> = {
  yaml: "YAML",
  json: "JSON",
  csv: "A CSV table",
  xlsx: "An Excel sheet",
  markdown: "A Markdown table",
  mspdi: "MS Project XML",
};

interface Section {
  readonly what: string;
  readonly count: (plan: Plan) => number;
}

const planSections: readonly Section[] = [
  { what: "the risks", count: (plan) => plan.risks.length },
  { what: "the rollbacks", count: (plan) => plan.rollbacks.length },
  { what: "the RACI", count: (plan) => plan.raci.length },
  { what: "the waves", count: (plan) => plan.waves.length },
  { what: "the KPIs", count: (plan) => plan.kpis.length },
  {
    what: "the gates",
    count: ({ gates }) =>
      Object.values(gates).reduce((sum, gate) => sum + gate.thresholds.length + gate.checklist.length, 0),
  },
  {
    what: "the registers",
    count: (plan) =>
      [
        plan.departments,
        plan.communication,
        plan.resources,
        plan.dataSources,
        plan.mappings,
        plan.curricula,
        plan.deliverables,
        plan.handoffs,
        plan.processMaps,
        plan.documents,
        plan.permissions,
        plan.sections,
        plan.accepted,
      ].reduce((sum, list) => sum + list.length, 0),
  },
];

const stepSections: readonly Section[] = [
  {
    what: "lengths of groups",
    count: ({ steps }) => {
      const groups = new Set(steps.map(({ parent }) => parent));
      return steps.filter(({ id, duration }) => duration !== null && groups.has(id)).length;
    },
  },
  {
    what: "calendars that no step is worked by",
    count: ({ steps, calendars }) => {
      const groups = new Set(steps.map(({ parent }) => parent));
      const named = new Set(steps.filter(({ id }) => !groups.has(id)).map(({ calendar }) => calendar));
      return Object.keys(calendars).filter((name) => !named.has(name)).length;
    },
  },
  {
    what: "lengths and lags of work and clock time together, which become one of them",
    count: ({ steps }) =>
      steps.flatMap(({ duration, after }) => [duration, ...after.map(({ lag }) => lag)]).filter(isMixed).length,
  },
  {
    what: "progress of steps that do not say when they began, or count what remains in another kind of time",
    count: ({ steps }) =>
      steps.filter((step) => (step.progress !== null && beganOn(step) === null) || isElsewhere(step)).length,
  },
  {
    what: "constraints that have no effect",
    count: ({ steps }) => steps.filter(isIdle).length,
  },
  { what: "work item keys", count: ({ steps }) => steps.filter(({ key }) => key !== null).length },
  { what: "success criteria", count: ({ steps }) => steps.reduce((sum, step) => sum + step.success.length, 0) },
  {
    what: "side, stream, phase and wave",
    count: ({ steps }) => steps.filter(({ side, stream, phase, wave }) => side ?? stream ?? phase ?? wave).length,
  },
  {
    what: "anchors of steps, which become days",
    count: ({ steps }) => steps.filter(({ anchor }) => anchor !== null).length,
  },
  {
    what: "kinds, objectives, needs and departments of steps",
    count: ({ steps }) =>
      steps.filter(
        ({ kind, objective, needs, departments }) =>
          kind !== null || objective.length + needs.length + departments.length > 0,
      ).length,
  },
];

/** `1d 2ed`: a project file has one unit for a length. */
function isMixed(words: string | null): boolean {
  const found = words === null ? null : findDuration(words);
  return found !== null && found.elapsedMinutes !== 0 && (found.weeks !== 0 || found.days !== 0 || found.minutes !== 0);
}
