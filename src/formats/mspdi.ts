import type { Plan } from "#domain/plan/plan";
import { checkPlan } from "./check-plan";
import { planDocument } from "./mspdi/plan-document";
import { readProject } from "./mspdi/read-project";
import { projectXml } from "./mspdi/write-project";
import type { ReadResult } from "./read-result";
import { maxFileBytes, refuse, tooLarge } from "./read-result";

/** A project file of MS Project as a plan; a step has its UID as id. */
export function readMspdi(text: string, name: string): ReadResult {
  if (text.length > maxFileBytes) return tooLarge(name);
  const read = readProject(text, name);
  if (read.kind === "refused") return refuse(read.message, read.mend, read.line);
  const { document, notes } = planDocument(read.project, name);
  const checked = checkPlan(document, () => null);
  return checked.kind === "refused"
    ? checked
    : { ...checked, notes: [...notes.map((message) => ({ line: null, message })), ...checked.notes] };
}

export function writeMspdi(plan: Plan): string {
  return projectXml(plan);
}
