import { writeYaml } from "#formats/yaml";
import type { Outside } from "../ports";
import { livePlan } from "./live-plan";

/** The plan file that says what Jira holds now. */
export async function planText(
  { plan }: { readonly plan: string },
  outside: Outside,
): Promise<{ readonly text: string }> {
  return { text: writeYaml((await livePlan(plan, outside)).plan) };
}
