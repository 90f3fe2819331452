import type { Remark, Rule } from "../finding";
import type { PlanOverview } from "../overview";
import type { Step } from "../plan";
import type { Part } from "../step-quality";
import { readsEnglish } from "../language";
import { missingParts } from "../step-quality";

const asks: Readonly<Record<Part, string>> = {
  verb: "what is done, as a verb one can see somebody do",
  object: "what it is done to",
  means: "from where, or with which tool",
  check: "how one checks that it is done",
};

export const qualityRules: readonly Rule[] = [{ id: "step-vague", keeps: "M4", level: "hint", check: vagueSteps }];

/** A criterion is a check, so a step that has one need not repeat it in its text. */
function vagueSteps({ work }: PlanOverview): readonly Remark[] {
  const textOf = (step: Step) => `${step.title}. ${step.description}`;
  // A short title says little about its language; the plan around it says more.
  if (!readsEnglish(work.map(textOf).join(" "))) return [];
  return work.flatMap((step) => {
    if (!readsEnglish(textOf(step))) return [];
    const missing = missingParts(textOf(step)).filter((part) => part !== "check" || step.success.length === 0);
    if (missing.length === 0) return [];
    const asked = missing.map((part) => asks[part]).join("; ");
    return [
      {
        item: step.id,
        field: "title",
        message: `"${step.title}" leaves room for interpretation.`,
        mend: `Say ${asked}.`,
      },
    ];
  });
}
