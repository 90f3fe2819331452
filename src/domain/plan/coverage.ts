import type { Step } from "./plan";

/** The five things an implementation covers (M98). What a step says it is comes before the words in its title. */
export const coverage: readonly {
  readonly name: string;
  readonly mend: string;
  readonly covers: (step: Step) => boolean;
}[] = [
  {
    name: "configuration",
    mend: "Add the step that sets the system up for this organisation.",
    covers: (step) =>
      step.kind === "configuration" ||
      (step.kind === null && says(step, /\b(configur\w*|set up|setup|customi[sz]\w*)\b/i)),
  },
  {
    name: "integration",
    mend: "Add the step that connects it to its neighbours, or accept this finding with the reason why it has none.",
    covers: (step) =>
      step.kind === "integration" ||
      (step.kind === null && says(step, /\b(integrat\w*|connect\w*|interface\w*|api|webhook\w*)\b/i)),
  },
  {
    name: "testing",
    mend: "Add a test with the people who will use it.",
    covers: (step) =>
      step.stream === "test" ||
      isTest(step) ||
      (step.kind === null && step.stream === null && says(step, /\b(test\w*|uat|rehears\w*)\b/i)),
  },
  {
    name: "change management",
    mend: "Add what people must do differently, and who tells them.",
    covers: (step) =>
      step.stream === "change" ||
      step.stream === "training" ||
      (step.stream === null && says(step, /\b(change management|train\w*|communicat\w*|coach\w*)\b/i)),
  },
  {
    name: "early support",
    mend: "Add the help people get in the first weeks after go-live.",
    covers: (step) =>
      step.stream === "support" ||
      (step.stream === null && says(step, /\b(hyper-?care|support\w*|help ?desk|help line|floor ?walk\w*)\b/i)),
  },
];

function says(step: Step, words: RegExp): boolean {
  return words.test(step.title);
}

function isTest({ kind }: Step): boolean {
  return kind === "unit-test" || kind === "acceptance-test" || kind === "tuesday-morning";
}
