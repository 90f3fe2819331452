import { blankPlan } from "../blank";
import { implementationRaci, refreshes, usualGates, wayBack } from "./after-launch";
import { readSteps } from "./read-steps";
import type { Template } from "./template";

const who = {
  owner: "Implementation owner",
  manager: "Release manager",
  technical: "Technical lead",
  tester: "Test lead",
  change: "Change lead",
  trainer: "Trainer",
  desk: "Help desk lead",
} as const;

const text = `configure: Configure the release in the mirror of production from the deployment handbook
Compare every setting with the configuration list and record differences.
by Technical lead; takes 3d; from -25d; stream technical; kind configuration
until -21d: settings equal to the list >= 100 %

connect: Connect the neighbouring systems to the mirror through their APIs
Send 50 test messages each way and compare both ends.
by Technical lead; takes 3d; after configure; stream technical; kind integration
until -18d: messages equal at both ends >= 100 %

regression: Run the regression scripts in the mirror with the test tool
Record each failure in Jira until none is left.
by Test lead; takes 3d; after connect; stream test; kind unit-test
until -14d: scripts passed >= 100 %

accept: Let five users do 20 real cases each in the mirror of production
They record each case on the acceptance sheet and sign it.
by Test lead; takes 3d; after regression; stream test; kind acceptance-test; needs mirror
until -9d: cases done without help >= 95 %

rehearse-back: Rehearse the way back on the mirror with a stopwatch
Record the minutes of every step and enter them in the runbook.
by Technical lead; takes 1d; after accept; stream technical
until -7d: minutes to roll back <= 180 min

rewrite-help: Rewrite the help pages and the procedures in the wiki beside the release notes
Let one user follow each page alone and record where they stop.
by Change lead; takes 4d; after accept SS; stream change
until -5d: pages followed without help >= 90 %

train-roles: Train each team in the mirror with its own cases
Everybody does three cases alone, and the trainer ticks them on the list.
by Trainer; takes 4d; after accept; stream training
until -2d: people who did three cases alone >= 90 %

tell-everybody: Send the date, the window and the help line to all users through the intranet
Count the read receipts after two days and call whoever has not opened it.
by Change lead; takes 1d; after accept; from -6d; stream change
until -2d: letters opened >= 95 %

backup: Copy the production database to the vault with the backup tool
Restore it to the mirror and compare the row counts of all tables.
by Technical lead; takes 4h; after rehearse-back, train-roles, rewrite-help, tell-everybody; from -1d; stream data; calendar window
until 0: tables with equal counts >= 100 %

deploy: Deploy the release to production with the pipeline
Run the ten smoke tests from the checklist and record each result.
by Technical lead; takes 2h; after backup; stream technical; calendar window
until 0: smoke tests passed >= 100 %

golive: Open production for all users in the access console
Confirm from the login report that every team has logged in within 24 hours.
by Release manager; takes 1h; after deploy; from 0; stream technical
until 1ed: teams logged in >= 100 %

early-support: Answer every question at the help line within one hour
Log each in Jira with its screen, and read the log each morning.
by Help desk lead; takes 10d; after golive; stream support
until 10d: questions answered within an hour >= 90 %

retire: Remove the old version from the servers with the deployment tool
Confirm from the access log that nobody has called it for two weeks.
by Technical lead; takes 1d; after early-support; stream technical; kind decommission
until 25d: calls of the old version = 0 calls`;

/** A release that people notice: new screens, a window at night, and a way back. */
export const softwareDeployment: Template = {
  id: "software-deployment",
  title: "Software deployment",
  suits: "A major release or a new system put into production in one window, with a rehearsed way back.",
  months: { least: 1, most: 6 },
  places: Object.values(who),
  anchors: { delivery: "-15d", trainingEnd: "-2d" },
  rituals: [
    { title: "Risk review with development and operations", every: "week", who: who.manager },
    { title: "Reading of the help-desk log", every: "morning of the first ten days", who: who.desk },
  ],
  plan: {
    ...blankPlan("software-deployment", "Software deployment"),
    objective: ["The release runs in production and everybody works with it"],
    scope: { in: ["The release"], out: ["Changes asked for after the freeze"] },
    affects: { liveSystems: true, productionData: true, businessOperations: true },
    calendars: { window: { kind: "continuous" } },
    steps: [...readSteps(text), ...refreshes(null, who.trainer)],
    rollbacks: [wayBack("deploy", who.technical, who.change)],
    raci: implementationRaci({ configure: who.technical, test: who.tester, coach: who.trainer, retire: who.technical }),
    gates: usualGates,
    seats: { sponsor: who.owner, projectManager: who.manager, admin: who.technical },
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
    curricula: [
      { role: "Users", receive: ["What is new, on one page"], own: ["Three live cases"], firstSession: null },
    ],
  },
};
