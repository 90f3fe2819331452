import { blankPlan } from "../blank";
import type { Kpi, Plan } from "../plan";
import { starterRisks } from "../starter-risks";
import { implementationRaci, usualGates, wayBack } from "./after-launch";
import { crmPlaces as who } from "./crm-places";
import { crmSteps } from "./crm-steps";
import type { Template } from "./template";

const blank = blankPlan("crm-roadmap", "CRM roadmap");

const what = "What changes for you, from when, and whom to ask.";

const plan: Plan = {
  ...blank,
  objective: ["One shared customer record"],
  scope: { in: ["Sales", "Service"], out: ["Marketing automation"] },
  affects: { liveSystems: true, productionData: true, businessOperations: true },
  steps: crmSteps(),
  risks: starterRisks(blank).map((risk) => ({ ...risk, owner: who.manager })),
  rollbacks: [wayBack("migrate", who.technical, who.change)],
  raci: implementationRaci({ configure: who.admin, test: who.data, coach: who.trainer, retire: who.admin }),
  gates: usualGates,
  seats: { sponsor: who.sponsor, projectManager: who.manager, admin: who.admin },
  departments: [
    { name: "Sales", champion: who.sales, superUsers: [], hiddenProcesses: null },
    { name: "Service", champion: who.service, superUsers: [], hiddenProcesses: null },
  ],
  waves: [
    { id: "sales", title: "Sales first", golive: null, departments: ["Sales"] },
    { id: "service", title: "Then Service", golive: null, departments: ["Service"] },
  ],
  communication: ["Sales", "Service"].map((audience) => {
    return { audience, channel: "e-mail", text: what, owner: who.change, on: { anchor: "golive", offset: "-10d" } };
  }),
  resources: [
    { ...resource("mirror", "Mirror of production"), kind: "environment", mirrorsProduction: true },
    { ...resource("room", "Training room 1"), kind: "room" },
  ],
  curricula: [
    curriculum("Sales", "Enter and forecast an opportunity"),
    curriculum("Service", "Answer and close a case"),
  ],
  kpis: [
    kpi("delivery", { title: "Customer records without a duplicate", unit: "%", better: "higher" }),
    kpi("golive", { title: "Minutes of data entry per order", unit: "min", better: "lower" }),
  ],
};

/** A CRM rollout in five phases, two departments to begin with (M65, M74, M75). */
export const crmRoadmap: Template = {
  id: "crm-roadmap",
  title: "CRM roadmap",
  suits: "A new CRM for several departments, from discovery to the months after go-live.",
  months: { least: 3, most: 12 },
  places: Object.values(who),
  anchors: { delivery: "-28d", trainingEnd: "-8d" },
  rituals: [
    { title: "Risk review with supplier and buyer at one table", every: "week", who: who.manager },
    {
      title: "Stand-up with the supplier's account manager",
      every: "day of the first three cycles",
      who: who.technical,
    },
    { title: "Friction log with the champions", every: "month after go-live", who: who.change },
  ],
  plan,
};

function resource(id: string, title: string) {
  return { id, title, quantity: 1, from: null, to: null, phase: null, booked: false, mirrorsProduction: false };
}

function curriculum(role: string, own: string) {
  return { role, receive: ["The process on one page", "Three live cases"], own: [own], firstSession: null };
}

function kpi(milestone: string, said: Pick<Kpi, "title" | "unit" | "better">): Kpi {
  return { id: `kpi-${milestone}`, milestone, ...said, baseline: null, planned: [], owner: who.sponsor };
}
