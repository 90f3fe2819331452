import { blankPlan } from "../blank";
import { implementationRaci, refreshes, usualGates } from "./after-launch";
import { readSteps } from "./read-steps";
import type { Template } from "./template";

const who = {
  owner: "Implementation owner",
  sponsor: "Executive sponsor",
  manager: "Project manager",
  policy: "Policy owner",
  champion: "Champion of the first department",
  trainer: "Trainer",
  desk: "Help desk lead",
} as const;

const text = `map-today: Draw today's process on one page in Miro with three people who do it
Have each sign the page.
by Project manager; takes 4d; from -30d; stream change; kind process-design
until -25d: people who signed the page >= 3 people

write-policy: Write the new policy on two pages in the policy template
Have legal and the works council sign the final version.
by Policy owner; takes 8d; after map-today; stream change
until -17d: signatures on the policy >= 2 signatures

set-up-forms: Configure the request form and its approval in the service portal
Submit ten test requests and compare each with the policy.
by Policy owner; takes 3d; after write-policy SS+4d; stream technical; kind configuration
until -16d: test requests handled by the policy >= 100 %

connect: Connect the form to the register of approvals through its API
Compare ten requests with their entries in the register.
by Policy owner; takes 2d; after set-up-forms; stream technical; kind integration
until -14d: requests with an equal entry >= 100 %

pilot: Let one department follow the new process for five days with the new form
Record every exception in the log and change the policy where it cannot be followed.
by Champion of the first department; takes 5d; after write-policy, connect; stream test
until -8d: cases done by the policy >= 90 %

train-roles: Train each team in its own meeting with the two-page policy and two cases
Everybody decides both cases alone, and the trainer ticks them on the list.
by Trainer; takes 4d; after pilot; stream training
until -2d: people who decided both cases alone >= 90 %

tell-everybody: Send the policy, the day and the help line to everybody through the intranet
Count the read receipts after two days and call whoever has not opened it.
by Executive sponsor; takes 1d; after pilot; from -5d; stream change
until -1d: letters opened >= 95 %

golive: Publish the policy in the policy register and close the old form
Confirm from the portal that the old form refuses new requests.
by Policy owner; takes 1h; after train-roles, tell-everybody; from 0; stream change
until 1d: requests on the old form = 0 requests

early-support: Answer every question at the help line within one day
Log each in Jira, and read the log with the champions each morning.
by Help desk lead; takes 10d; after golive; stream support
until 10d: questions answered within a day >= 95 %

sample: Sample 50 cases from the register after four weeks and compare each with the policy
Record where people went round it, and why.
by Policy owner; takes 2d; after early-support FS+10d; stream support
until 30d: cases done by the policy >= 90 %`;

/** New rules or a new way of working: little technology, all the more people. */
export const processChange: Template = {
  id: "process-change",
  title: "Process or policy change",
  suits: "A new policy or way of working that people must follow from a day on, with little or no new software.",
  months: { least: 1, most: 6 },
  places: Object.values(who),
  anchors: { delivery: "-15d", trainingEnd: "-2d" },
  rituals: [
    { title: "Reading of the exception log with the champions", every: "week", who: who.policy },
    { title: "Risk review with everybody who must follow the change", every: "week", who: who.manager },
  ],
  plan: {
    ...blankPlan("process-change", "Process or policy change"),
    objective: ["Everybody concerned works by the new process"],
    scope: { in: ["The departments named in the policy"], out: ["Contractors"] },
    affects: { liveSystems: false, productionData: false, businessOperations: false },
    steps: [...readSteps(text), ...refreshes(null, who.trainer)],
    raci: implementationRaci({ configure: who.policy, test: who.manager, coach: who.trainer, retire: who.policy }),
    gates: usualGates,
    seats: { sponsor: who.sponsor, projectManager: who.manager, admin: who.policy },
    curricula: [
      {
        role: "Everybody concerned",
        receive: ["The policy on one page"],
        own: ["Two cases of their own"],
        firstSession: null,
      },
    ],
  },
};
