import type { Undertaking } from "#domain/plan/plan-need";

interface Question {
  readonly id: keyof Undertaking;
  readonly question: string;
  readonly choices: readonly (readonly [string, string])[];
}

export type NeedAnswers = Readonly<Partial<Record<keyof Undertaking, string>>>;

const yesNo = [
  ["yes", "Yes"],
  ["no", "No"],
] as const;

/** Of a range of people or results, the number that stands for it. */
export const needQuestions: readonly Question[] = [
  {
    id: "people",
    question: "How many people do the work?",
    choices: [
      ["1", "One"],
      ["3", "Two or three"],
      ["4", "More"],
    ],
  },
  {
    id: "deliverables",
    question: "How many things are delivered in the end?",
    choices: [
      ["1", "One"],
      ["2", "Several"],
    ],
  },
  {
    id: "deploys",
    question: "How often does something go live?",
    choices: [
      ["once", "Once"],
      ["now-and-then", "Now and then"],
      ["many-a-day", "Several times a day"],
    ],
  },
  { id: "breaking", question: "Does it break something that others rely on?", choices: yesNo },
  {
    id: "changesHowOthersWork",
    question: "Must people outside the team work differently afterwards?",
    choices: yesNo,
  },
  { id: "touchesLiveSystems", question: "Does it touch systems in daily use?", choices: yesNo },
];

/** Null until every question is answered. */
export function undertakingOf(answers: NeedAnswers): Undertaking | null {
  const { people, deliverables, deploys, breaking, changesHowOthersWork, touchesLiveSystems } = answers;
  if (people === undefined || deliverables === undefined || deploys === undefined) return null;
  if (breaking === undefined || changesHowOthersWork === undefined || touchesLiveSystems === undefined) return null;
  return {
    people: Number(people),
    deliverables: Number(deliverables),
    deploys: deploys === "many-a-day" || deploys === "once" ? deploys : "now-and-then",
    breaking: breaking === "yes",
    changesHowOthersWork: changesHowOthersWork === "yes",
    touchesLiveSystems: touchesLiveSystems === "yes",
  };
}
