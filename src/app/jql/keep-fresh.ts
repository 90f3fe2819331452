import type { Outside } from "../ports";
import { answerClause } from "./answer-clause";
import type { Precomputation } from "./precomputation";

/**
 * Jira asks a function once and goes on with its answer for as long as anybody searches by it; a critical path moves meanwhile. What has
 * come out otherwise since is given to Jira anew.
 */
export async function keepFunctionsFresh(outside: Outside): Promise<number> {
  const { jiraAsApp, clock, deadline } = outside;
  const changed: Precomputation[] = [];
  for (const kept of await jiraAsApp.precomputations()) {
    if (clock.now() > deadline) break;
    const answer = await answerClause(kept, outside);
    if ("jql" in answer && answer.jql !== kept.value) changed.push({ ...kept, value: answer.jql });
  }
  if (changed.length > 0) await jiraAsApp.precompute(changed);
  return changed.length;
}
