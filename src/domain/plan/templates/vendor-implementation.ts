import { blankPlan } from "../blank";
import type { Step } from "../plan";
import { starterRisks } from "../starter-risks";
import { implementationRaci, refreshes, usualGates, wayBack } from "./after-launch";
import { readSteps } from "./read-steps";
import type { Template } from "./template";

const who = {
  owner: "Implementation owner",
  sponsor: "Executive sponsor",
  manager: "Project manager",
  admin: "Administrator of the new system",
  account: "Supplier's account manager",
  engineer: "Supplier's engineer",
  data: "Data owner",
  trainer: "Trainer",
} as const;

const text = `kick-off: Sign the sign-off checklist and the RACI in the kick-off meeting
Record both in the contract file before any work begins.
by Project manager; takes 1d; from -65d; stream change; side joint
until -64d: signatures on the checklist >= 2 signatures

map-process: Draw today's process on one page in Miro with the people who do it
Have the head of each department sign the page.
by Project manager; takes 6d; after kick-off; stream change; kind process-design; side buyer
until -57d: processes with a signed page >= 100 %

map-fields: Map each field of the old system to one field in the supplier's data template
Check 50 real records a field, and record who looked.
by Data owner; takes 6d; after map-process; stream data; kind data-sprint; side buyer
until -50d: fields checked with a real sample >= 100 %

configure: Configure the contracted modules in the sandbox from the signed process pages
Demonstrate each to its department and record what was accepted.
by Supplier's engineer; takes 12d; after map-process; stream technical; kind configuration; side supplier
until -43d: modules demonstrated >= 100 %

connect: Connect the sandbox to the buyer's systems through their APIs
Send 100 test records each way and compare both ends.
by Supplier's engineer; takes 6d; after configure, map-fields; stream technical; kind integration; side supplier
until -36d: records equal at both ends >= 100 %

unit-test: Run the contract's test scripts in the sandbox
Record each result in the shared register until none fails.
by Supplier's engineer; takes 4d; after connect; stream test; kind unit-test; side supplier
until -31d: scripts passed >= 100 %

deliver: Hand the system over with the delivery certificate
The implementation owner compares it with the checklist of the kick-off and signs, or refuses.
by Implementation owner; takes 1d; after unit-test; stream change; side joint
until -25d: checklist items met >= 100 %

accept: Let six users do 20 real cases in the mirror of production
They record each case on the acceptance sheet; a no goes into a sprint after delivery.
by Project manager; takes 5d; after deliver; stream test; kind acceptance-test; side buyer; needs mirror
until -18d: cases done without help >= 95 %

record-sessions: Record the five knowledge-transfer sessions with Teams and upload them to the wiki
Let somebody who was absent follow each and sign that they could.
by Supplier's account manager; takes 5d; after deliver; stream training; side supplier
until -18d: sessions uploaded >= 5 sessions

train-roles: Train each team in the mirror with its own cases
Everybody does three cases alone, and the trainer ticks them on the list.
by Trainer; takes 5d; after accept, record-sessions; stream training; side joint
until -3d: people who did three cases alone >= 90 %

migrate: Load all records into production from the supplier's data template with the import tool
Compare the count with the source report and 200 records field by field.
by Supplier's engineer; takes 2d; after accept; from -5d; stream data; side supplier
until -3d: records validated >= 99.9 %

freeze: Freeze the old system for 48 hours with the read-only profile
Confirm from two accounts that saving is refused, and log who asks for an exception.
by Administrator of the new system; takes 2ed; after migrate; stream technical; kind freeze; side buyer
until 0: records changed in the old system = 0 records

golive: Open the system for the first department in the access console
Confirm from the login report that every user has logged in within 24 hours.
by Implementation owner; takes 2h; after freeze, train-roles; from 0; stream technical; side joint
until 1ed: users logged in >= 100 %

hyper-care: Answer every question at the shared help line within one hour
Log each in Jira with its side, and read the log together each morning.
by Supplier's account manager; takes 15d; after golive; stream support; side joint
until 15d: questions answered within an hour >= 90 %`;

/** The shared playbook of supplier and buyer: who does what, and where it changes hands (M18, M19). */
export const vendorImplementation: Template = {
  id: "vendor-implementation",
  title: "Vendor implementation",
  suits: "A supplier delivers and a buyer adopts: one playbook for both, with every hand-off named.",
  months: { least: 2, most: 12 },
  places: Object.values(who),
  anchors: { contract: "-70d", delivery: "-25d", trainingEnd: "-3d" },
  rituals: [
    { title: "Risk review; without the supplier it does not count", every: "week", who: who.manager },
    { title: "Stand-up with the supplier's account manager", every: "day of the first three cycles", who: who.account },
  ],
  plan: {
    ...blankPlan("vendor-implementation", "Vendor implementation"),
    objective: ["The contracted system is adopted, not only delivered"],
    scope: { in: ["The contracted modules"], out: ["Options not ordered"] },
    affects: { liveSystems: true, productionData: true, businessOperations: true },
    steps: [...readSteps(text), ...refreshes(null, who.trainer).map((step): Step => ({ ...step, side: "buyer" }))],
    risks: starterRisks(blankPlan("vendor-implementation", "")).map((risk) => ({
      ...risk,
      owner: who.manager,
      side: "joint",
    })),
    rollbacks: [wayBack("migrate", who.engineer, who.manager)],
    raci: implementationRaci({ configure: who.engineer, test: who.data, coach: who.trainer, retire: who.admin }),
    gates: {
      ...usualGates,
      implementation: {
        ...usualGates.implementation,
        checklist: ["Knowledge-transfer sessions are recorded and uploaded"],
      },
    },
    seats: { sponsor: who.sponsor, projectManager: who.manager, admin: who.admin },
    resources: [
      {
        id: "mirror",
        title: "Mirror of production",
        kind: "environment",
        quantity: 1,
        from: null,
        to: null,
        phase: null,
        booked: false,
        mirrorsProduction: true,
      },
    ],
    curricula: [{ role: "Users", receive: ["The process on one page"], own: ["Three live cases"], firstSession: null }],
  },
};
