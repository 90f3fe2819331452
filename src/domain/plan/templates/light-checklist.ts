import { blankPlan } from "../blank";
import { readSteps } from "./read-steps";
import type { Template } from "./template";

const owner = "Implementation owner";

const text = `write-down: Write what changes, for whom and from when on one page in the wiki
Have one person it concerns read it aloud and sign it.
by Implementation owner; takes 2h; from -5d; stream change
until -4d: people who signed the page >= 1 person

configure: Configure and connect the change in the sandbox from that page
Compare each setting with the page and record differences.
by Implementation owner; takes 1d; after write-down; stream technical; kind configuration
until -2d: settings equal to the page >= 100 %

try-out: Let two users try it out with three real cases in the sandbox
They record each case on the checklist.
by Implementation owner; takes 2h; after configure; stream test
until -1d: cases done without help >= 100 %

golive: Switch it on in production with the admin console and tell everybody it concerns by e-mail
Confirm with two users that it works for them.
by Implementation owner; takes 1h; after try-out; from 0; stream change
until 0: users who confirmed it >= 2 users

look-back: Count the questions in the help-desk log after one week
Enter whatever came up twice in the Jira backlog.
by Implementation owner; takes 1h; after golive; from 5d; stream support
until 6d: questions asked twice without an entry = 0 questions`;

/** For what needs an order and a check, but no gates, waves or registers (M15). */
export const lightChecklist: Template = {
  id: "light-checklist",
  title: "Light checklist",
  suits: "Something small that still touches other people: five steps, one owner, one day.",
  months: { least: 0, most: 1 },
  places: [owner],
  anchors: {},
  rituals: [],
  plan: {
    ...blankPlan("light-checklist", "Light checklist"),
    objective: ["The change is in use and nobody was surprised by it"],
    scope: { in: ["The change itself"], out: ["Everything that can wait"] },
    steps: readSteps(text),
  },
};
