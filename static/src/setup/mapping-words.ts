import type { MappedLinkView, MappedTypeView } from "#contract/setup";

export const kindNames: Readonly<Record<MappedTypeView["role"], string>> = {
  plan: "Plan",
  step: "Step",
  risk: "Risk",
  rollback: "Rollback",
};

export const linkMeanings: Readonly<Record<MappedLinkView["role"], string>> = {
  after: "A step waits for another",
  has: "A plan holds a step",
  threatens: "A risk threatens a step",
  covers: "A rollback covers a step",
};

export function levelWords(level: number): string {
  if (level < 0) return "(sub-task)";
  return level === 0 ? "" : "(epic level)";
}
