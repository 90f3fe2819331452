import { quickPlan } from "#domain/plan/quick-plan";
import type { QuickPlan } from "#domain/plan/quick-plan";
import type { Plan } from "#domain/plan/plan";
import { startFromTemplate } from "#domain/plan/templates/template";
import type { Template } from "#domain/plan/templates/template";

/** Plans are planned where they are made; the zone can be changed in the plan. */
export const hereZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

export interface Filled {
  readonly title: string;
  readonly golive: string;
  readonly people: Readonly<Record<string, string>>;
}

export function planFromTemplate(template: Template, filled: Filled, taken: ReadonlySet<string>): Plan {
  const { title, golive } = filled;
  const named = Object.entries(filled.people).map(([place, who]) => [place, who.trim()] as const);
  const people = Object.fromEntries(named.filter(([, who]) => who !== ""));
  const { id } = planFromFields({ title, objective: "", owner: "", golive, steps: "" }, taken);
  return startFromTemplate(template, { id, title: title.trim(), zone: hereZone(), golive, people });
}

export function planFromFields(fields: QuickPlan, taken: ReadonlySet<string>): Plan {
  return quickPlan(fields, hereZone(), taken);
}
