/** Whether a plan can hold a value that stands in Jira: it has no untitled step, and no scale has more than ten steps. */
export function canSay(field: string, value: string | null): boolean {
  if (field === "summary") return value !== null;
  if (field === "tag") return value === "pre-delivery" || value === "post-delivery";
  if (field === "likelihood" || field === "impact") return value !== null && /^([1-9]|10)$/.test(value);
  return true;
}
