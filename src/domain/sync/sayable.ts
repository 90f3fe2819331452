/** How many steps the plan's scales have. */
export interface Scales {
  readonly likelihood: number;
  readonly impact: number;
}

const usual = 5;

/** The scales of a plan as its work item holds them; five by five where it says nothing. */
export function scalesIn(riskScheme: string | null): Scales {
  const kept: { likelihood?: unknown; impact?: unknown } | null = riskScheme === null ? null : JSON.parse(riskScheme);
  const steps = (scale: unknown) => (Array.isArray(scale) ? scale.length : usual);
  return { likelihood: steps(kept?.likelihood), impact: steps(kept?.impact) };
}

/** The letters Jira takes in one text, and a plan therefore as well. */
export const longestText = 32_767;

/** Whether a plan can hold a value that stands in Jira: it has no untitled step, and scores are places on its scales. */
export function canSay(field: string, value: string | null, scales: Scales): boolean {
  if (field === "summary") return value !== null;
  if (field === "description") return (value ?? "").length <= longestText;
  if (field === "tag") return value === "pre-delivery" || value === "post-delivery";
  if (field !== "likelihood" && field !== "impact") return true;
  return value !== null && /^\d{1,2}$/.test(value) && Number(value) >= 1 && Number(value) <= scales[field];
}
